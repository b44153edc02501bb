// Kernels in which a lock and a channel wait for each other.
package kernels

import (
	"sync"
	"testing"
)

// A sends under the lock, B locks before it receives.

type mailbox struct {
	mu    sync.Mutex
	ch    chan int
	count int
}

func (m *mailbox) SendLocked(v int) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.count++
	m.ch <- v
}

func (m *mailbox) Send(v int) {
	m.mu.Lock()
	m.count++
	m.mu.Unlock()
	m.ch <- v
}

func (m *mailbox) Receive() int {
	m.mu.Lock()
	m.count--
	m.mu.Unlock()
	return <-m.ch
}

//chancheck:want deadlock
func TestSendUnderLockBuggy(t *testing.T) {
	m := &mailbox{ch: make(chan int)}
	go m.SendLocked(1)
	m.Receive()
}

func TestSendUnderLockFixed(t *testing.T) {
	m := &mailbox{ch: make(chan int)}
	go m.Send(1)
	if m.Receive() != 1 {
		t.Error("not one")
	}
}

// A buffered channel as a lock (AB), and a mutex (BA).

//chancheck:want deadlock
func TestTokenAndMutexBuggy(t *testing.T) {
	var mu sync.Mutex
	token := make(chan struct{}, 1)
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		token <- struct{}{}
		mu.Lock()
		mu.Unlock()
		<-token
	}()
	go func() {
		defer wg.Done()
		mu.Lock()
		token <- struct{}{}
		<-token
		mu.Unlock()
	}()
	wg.Wait()
}

func TestTokenAndMutexFixed(t *testing.T) {
	var mu sync.Mutex
	token := make(chan struct{}, 1)
	var wg sync.WaitGroup
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			token <- struct{}{}
			mu.Lock()
			mu.Unlock()
			<-token
		}()
	}
	wg.Wait()
}

// Subscribers are told under the lock; one unsubscribes meanwhile.

type hub struct {
	mu   sync.Mutex
	subs map[chan int]bool
}

func (h *hub) PublishLocked(v int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for ch := range h.subs {
		ch <- v
	}
}

func (h *hub) Publish(v int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for ch := range h.subs {
		select {
		case ch <- v:
		default: // slow subscribers miss it
		}
	}
}

func (h *hub) Unsubscribe(ch chan int) {
	h.mu.Lock()
	defer h.mu.Unlock()
	delete(h.subs, ch)
}

//chancheck:want deadlock
func TestPublishBuggy(t *testing.T) {
	ch := make(chan int)
	h := &hub{subs: map[chan int]bool{ch: true}}
	done := make(chan bool)
	go func() {
		h.Unsubscribe(ch)
		close(done)
	}()
	h.PublishLocked(1)
	<-done
}

func TestPublishFixed(t *testing.T) {
	ch := make(chan int, 1)
	h := &hub{subs: map[chan int]bool{ch: true}}
	done := make(chan bool)
	go func() {
		h.Unsubscribe(ch)
		close(done)
	}()
	h.Publish(1)
	<-done
	if len(h.subs) != 0 {
		t.Error("still subscribed")
	}
}

// Stop waits for the worker under the lock that the worker needs to end.

type service struct {
	mu      sync.Mutex
	running bool
	quit    chan struct{}
	done    chan struct{}
}

func newService() *service {
	s := &service{running: true, quit: make(chan struct{}), done: make(chan struct{})}
	go func() {
		<-s.quit
		s.mu.Lock()
		s.running = false
		s.mu.Unlock()
		close(s.done)
	}()
	return s
}

//chancheck:want deadlock
func TestStopUnderLockBuggy(t *testing.T) {
	s := newService()
	s.mu.Lock()
	defer s.mu.Unlock()
	close(s.quit)
	<-s.done
}

func TestStopUnderLockFixed(t *testing.T) {
	s := newService()
	close(s.quit)
	<-s.done
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.running {
		t.Error("still running")
	}
}

// The WaitGroup is waited for under the lock that the goroutines need.

//chancheck:want deadlock
func TestWaitUnderLockBuggy(t *testing.T) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	wg.Add(1)
	mu.Lock()
	go func() {
		defer wg.Done()
		mu.Lock()
		n++
		mu.Unlock()
	}()
	wg.Wait()
	mu.Unlock()
}

func TestWaitUnderLockFixed(t *testing.T) {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	wg.Add(1)
	mu.Lock()
	go func() {
		defer wg.Done()
		mu.Lock()
		n++
		mu.Unlock()
	}()
	mu.Unlock()
	wg.Wait()
	if n != 1 {
		t.Error(n)
	}
}
