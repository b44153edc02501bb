// Kernels with data shared without synchronisation, and orders that nothing enforces.
package kernels

import (
	"sync"
	"sync/atomic"
	"testing"
)

// A loop variable declared outside of the loop is shared by the goroutines.

//chancheck:want race
//chancheck:want assertion sum
func TestCapturedVariableBuggy(t *testing.T) {
	var wg sync.WaitGroup
	var sum atomic.Int32
	var i int32
	for i = 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum.Add(i)
		}()
	}
	wg.Wait()
	if sum.Load() != 1 {
		t.Error("sum is not 1")
	}
}

func TestCapturedVariableFixed(t *testing.T) {
	var wg sync.WaitGroup
	var sum atomic.Int32
	for i := range int32(2) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sum.Add(i)
		}()
	}
	wg.Wait()
	if sum.Load() != 1 {
		t.Error(sum.Load())
	}
}

// The err of the enclosing function is written by goroutines.

func twoSteps(shared bool) error {
	var err error
	done := make(chan error, 1)
	go func() {
		if shared {
			_, err = step(1)
			done <- err
			return
		}
		_, err := step(1)
		done <- err
	}()
	_, err = step(2)
	<-done
	return err
}

func step(n int) (int, error) { return n, nil }

//chancheck:want race
func TestSharedErrBuggy(t *testing.T) { _ = twoSteps(true) }

func TestSharedErrFixed(t *testing.T) {
	if err := twoSteps(false); err != nil {
		t.Error(err)
	}
}

// A map is filled by two goroutines.

//chancheck:want race
//chancheck:want fatal concurrent map writes
func TestMapBuggy(t *testing.T) {
	m := map[int]int{}
	done := make(chan bool)
	go func() { m[1] = 1; done <- true }()
	m[2] = 2
	<-done
}

func TestMapFixed(t *testing.T) {
	var m sync.Map
	done := make(chan bool)
	go func() { m.Store(1, 1); done <- true }()
	m.Store(2, 2)
	<-done
	if v, ok := m.Load(1); !ok || v != 1 {
		t.Error(v, ok)
	}
}

// Results are appended to one slice.

//chancheck:want race
//chancheck:want assertion lost
func TestAppendBuggy(t *testing.T) {
	var results []int
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go func() { defer wg.Done(); results = append(results, i) }()
	}
	wg.Wait()
	if len(results) != 2 {
		t.Error("lost a result")
	}
}

func TestAppendFixed(t *testing.T) {
	results := make([]int, 2)
	var wg sync.WaitGroup
	for i := range results {
		wg.Add(1)
		go func() { defer wg.Done(); results[i] = i }()
	}
	wg.Wait()
	if results[1] != 1 {
		t.Error(results)
	}
}

// Slices of one array overlap.

//chancheck:want race
func TestOverlapBuggy(t *testing.T) {
	buffer := make([]byte, 0, 4)
	done := make(chan []byte)
	go func() { done <- append(buffer, 'a') }()
	_ = append(buffer, 'b')
	<-done
}

func TestOverlapFixed(t *testing.T) {
	buffer := make([]byte, 0, 4)
	done := make(chan []byte)
	go func() { done <- append(buffer[:0:0], 'a') }()
	if b := append(buffer[:0:0], 'b'); string(b) != "b" || string(<-done) != "a" {
		t.Error("overlap")
	}
}

// Double-checked initialisation reads without the lock.

type client struct {
	mu    sync.Mutex
	ready bool
	url   string
}

//chancheck:want race
func TestDoubleCheckBuggy(t *testing.T) {
	c := &client{}
	get := func() string {
		if !c.ready {
			c.mu.Lock()
			if !c.ready {
				c.url = "x"
				c.ready = true
			}
			c.mu.Unlock()
		}
		return c.url
	}
	done := make(chan string)
	go func() { done <- get() }()
	get()
	<-done
}

func TestDoubleCheckFixed(t *testing.T) {
	get := sync.OnceValue(func() string { return "x" })
	done := make(chan string)
	go func() { done <- get() }()
	if get() != <-done {
		t.Error("two values")
	}
}

// A flag that is polled, plain and atomic.

//chancheck:want race
func TestFlagBuggy(t *testing.T) {
	stop := false
	done := make(chan bool)
	go func() {
		for !stop {
		}
		close(done)
	}()
	stop = true
	<-done
}

func TestFlagFixed(t *testing.T) {
	var stop atomic.Bool
	done := make(chan bool)
	go func() {
		for !stop.Load() {
		}
		close(done)
	}()
	stop.Store(true)
	<-done
}

// Atomic load and store are no increment.

//chancheck:want assertion lost
func TestAtomicGapBuggy(t *testing.T) {
	var n atomic.Int64
	done := make(chan bool)
	go func() { n.Store(n.Load() + 1); close(done) }()
	n.Store(n.Load() + 1)
	<-done
	if n.Load() != 2 {
		t.Error("lost an increment")
	}
}

func TestAtomicGapFixed(t *testing.T) {
	var n atomic.Int64
	done := make(chan bool)
	go func() { n.Add(1); close(done) }()
	n.Add(1)
	<-done
	if n.Load() != 2 {
		t.Error(n.Load())
	}
}

// A goroutine uses a field that is set after it started.

type server struct {
	handler func() int
	done    chan int
}

func (s *server) run() { s.done <- s.handler() }

//chancheck:want race
//chancheck:want panic nil pointer dereference
func TestStartedTooEarlyBuggy(t *testing.T) {
	s := &server{done: make(chan int, 1)}
	go s.run()
	s.handler = func() int { return 1 }
	<-s.done
}

func TestStartedTooEarlyFixed(t *testing.T) {
	s := &server{done: make(chan int, 1)}
	s.handler = func() int { return 1 }
	go s.run()
	if <-s.done != 1 {
		t.Error("not one")
	}
}

// The message is a pointer, and the sender goes on writing to it.

type message struct{ text string }

//chancheck:want race
func TestSentPointerBuggy(t *testing.T) {
	ch := make(chan *message, 1)
	got := make(chan string)
	go func() { got <- (<-ch).text }()
	m := &message{"one"}
	ch <- m
	m.text = "two"
	<-got
}

func TestSentPointerFixed(t *testing.T) {
	ch := make(chan message, 1)
	got := make(chan string)
	go func() { got <- (<-ch).text }()
	m := message{"one"}
	ch <- m
	m.text = "two"
	if <-got != "one" {
		t.Error("changed on the way")
	}
}
