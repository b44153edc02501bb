// Kernels with tests that misuse testing.T.
package kernels

import (
	"errors"
	"sync"
	"testing"
)

// t.Fatal in a goroutine ends the goroutine, not the test; here it skips the send.

//chancheck:want deadlock
//chancheck:want assertion
func TestFatalInGoroutineBuggy(t *testing.T) {
	done := make(chan bool)
	go func() {
		if err := errors.New("failed"); err != nil {
			t.Fatal(err)
		}
		done <- true
	}()
	<-done
}

func TestFatalInGoroutineFixed(t *testing.T) {
	errs := make(chan error, 1)
	go func() { errs <- nil }()
	if err := <-errs; err != nil {
		t.Fatal(err)
	}
}

// The test ends before its goroutine logs.

//chancheck:want panic Log in goroutine after TestLogAfterEndBuggy has completed
func TestLogAfterEndBuggy(t *testing.T) {
	go func() { t.Log("late") }()
}

func TestLogAfterEndFixed(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		t.Log("in time")
	}()
	wg.Wait()
}

// Parallel subtests run after the parent's function has returned.

//chancheck:want assertion closed
func TestParallelSubtestsBuggy(t *testing.T) {
	var mu sync.Mutex
	open := true
	defer func() {
		mu.Lock()
		open = false
		mu.Unlock()
	}()
	t.Run("sub", func(t *testing.T) {
		t.Parallel()
		mu.Lock()
		defer mu.Unlock()
		if !open {
			t.Error("closed already")
		}
	})
}

func TestParallelSubtestsFixed(t *testing.T) {
	var mu sync.Mutex
	open := true
	t.Cleanup(func() {
		mu.Lock()
		open = false
		mu.Unlock()
	})
	t.Run("sub", func(t *testing.T) {
		t.Parallel()
		mu.Lock()
		defer mu.Unlock()
		if !open {
			t.Error("closed already")
		}
	})
}

// Parallel subtests share what they write.

//chancheck:want race
func TestParallelSharedBuggy(t *testing.T) {
	total := 0
	for _, n := range []int{1, 2} {
		t.Run("case", func(t *testing.T) {
			t.Parallel()
			total += n
		})
	}
}

func TestParallelSharedFixed(t *testing.T) {
	var mu sync.Mutex
	total := 0
	t.Cleanup(func() {
		if total != 3 {
			t.Error(total)
		}
	})
	for _, n := range []int{1, 2} {
		t.Run("case", func(t *testing.T) {
			t.Parallel()
			mu.Lock()
			defer mu.Unlock()
			total += n
		})
	}
}
