// Kernels with reader-writer locks.
package kernels

import (
	"sync"
	"testing"
)

// A reader reads again while a writer waits: the second RLock queues behind the writer, who waits for the first.

type settings struct {
	mu     sync.RWMutex
	values map[string]string
}

func (s *settings) Get(key string) string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.values[key]
}

func (s *settings) Set(key, value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.values[key] = value
}

func (s *settings) BothReentrant() string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.values["a"] + s.Get("b")
}

func (s *settings) Both() string {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.values["a"] + s.values["b"]
}

//chancheck:want deadlock
func TestReaderReentryBuggy(t *testing.T) {
	s := &settings{values: map[string]string{"a": "1", "b": "2"}}
	go s.Set("a", "3")
	s.BothReentrant()
}

func TestReaderReentryFixed(t *testing.T) {
	s := &settings{values: map[string]string{"a": "1", "b": "2"}}
	done := make(chan bool)
	go func() { s.Set("a", "3"); done <- true }()
	if got := s.Both(); got != "12" && got != "32" {
		t.Error(got)
	}
	<-done
}

// A reader becomes a writer without giving up the read lock.

func (s *settings) EnsureUpgrade(key string) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if _, ok := s.values[key]; !ok {
		s.mu.Lock()
		s.values[key] = "default"
		s.mu.Unlock()
	}
}

func (s *settings) Ensure(key string) {
	s.mu.RLock()
	_, ok := s.values[key]
	s.mu.RUnlock()
	if ok {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.values[key]; !ok {
		s.values[key] = "default"
	}
}

//chancheck:want deadlock
func TestUpgradeBuggy(t *testing.T) {
	s := &settings{values: map[string]string{}}
	s.EnsureUpgrade("k")
}

func TestUpgradeFixed(t *testing.T) {
	s := &settings{values: map[string]string{}}
	done := make(chan bool)
	go func() { s.Ensure("k"); done <- true }()
	s.Ensure("k")
	<-done
	if s.Get("k") != "default" {
		t.Error("not there")
	}
}

// A write under the read lock.

type hits struct {
	mu sync.RWMutex
	n  int
}

func (h *hits) ReadCounting() int {
	h.mu.RLock()
	defer h.mu.RUnlock()
	h.n++
	return h.n
}

func (h *hits) Count() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.n++
	return h.n
}

//chancheck:want race
func TestWriteUnderReadLockBuggy(t *testing.T) {
	h := &hits{}
	done := make(chan int)
	go func() { done <- h.ReadCounting() }()
	h.ReadCounting()
	<-done
}

func TestWriteUnderReadLockFixed(t *testing.T) {
	h := &hits{}
	done := make(chan int)
	go func() { done <- h.Count() }()
	if h.Count()+<-done != 3 {
		t.Error("counts are lost")
	}
}

// Unlock for RUnlock.

//chancheck:want fatal Unlock of unlocked RWMutex
func TestWrongUnlockBuggy(t *testing.T) {
	var mu sync.RWMutex
	mu.RLock()
	mu.Unlock()
}

func TestWrongUnlockFixed(t *testing.T) {
	var mu sync.RWMutex
	mu.RLock()
	mu.RUnlock()
	mu.Lock()
	mu.Unlock()
}

// A writer sends on a channel while it holds the lock that the receiver reads under.

//chancheck:want deadlock
func TestSendUnderWriteLockBuggy(t *testing.T) {
	var mu sync.RWMutex
	ch := make(chan int)
	ready := make(chan bool)
	go func() {
		<-ready
		mu.RLock()
		defer mu.RUnlock()
		<-ch
	}()
	mu.Lock()
	close(ready)
	ch <- 1
	mu.Unlock()
}

func TestSendUnderWriteLockFixed(t *testing.T) {
	var mu sync.RWMutex
	ch := make(chan int)
	ready := make(chan bool)
	done := make(chan int)
	go func() {
		<-ready
		mu.RLock()
		defer mu.RUnlock()
		done <- <-ch
	}()
	mu.Lock()
	close(ready)
	mu.Unlock()
	ch <- 1
	if <-done != 1 {
		t.Error("not received")
	}
}
