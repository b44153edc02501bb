// Kernels with channels that are never received from, closed, or closed too often.
package kernels

import (
	"errors"
	"sync"
	"testing"
)

// The result of a call that nobody waits for any more.

func firstOf(fs ...func() int) int {
	ch := make(chan int)
	for _, f := range fs {
		go func() { ch <- f() }()
	}
	return <-ch
}

func firstOfBuffered(fs ...func() int) int {
	ch := make(chan int, len(fs))
	for _, f := range fs {
		go func() { ch <- f() }()
	}
	return <-ch
}

func constant(n int) func() int { return func() int { return n } }

//chancheck:want leak
func TestFirstAnswerBuggy(t *testing.T) {
	firstOf(constant(1), constant(2))
}

func TestFirstAnswerFixed(t *testing.T) {
	if n := firstOfBuffered(constant(1), constant(2)); n != 1 && n != 2 {
		t.Error(n)
	}
}

// A consumer ranges over a channel that is never closed.

//chancheck:want leak
func TestNeverClosedBuggy(t *testing.T) {
	jobs := make(chan int, 2)
	go func() {
		for range jobs {
		}
	}()
	jobs <- 1
	jobs <- 2
}

func TestNeverClosedFixed(t *testing.T) {
	jobs := make(chan int, 2)
	done := make(chan int)
	go func() {
		sum := 0
		for n := range jobs {
			sum += n
		}
		done <- sum
	}()
	jobs <- 1
	jobs <- 2
	close(jobs)
	if <-done != 3 {
		t.Error("wrong sum")
	}
}

// An early return leaves the producer at its send.

func numbers(n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range n {
			ch <- i
		}
	}()
	return ch
}

func numbersUntil(done <-chan struct{}, n int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := range n {
			select {
			case ch <- i:
			case <-done:
				return
			}
		}
	}()
	return ch
}

//chancheck:want leak
func TestEarlyReturnBuggy(t *testing.T) {
	for n := range numbers(5) {
		if n == 1 {
			return
		}
	}
}

func TestEarlyReturnFixed(t *testing.T) {
	done := make(chan struct{})
	defer close(done)
	for n := range numbersUntil(done, 5) {
		if n == 1 {
			return
		}
	}
	t.Error("1 was not among them")
}

// An error makes the collector stop; the other goroutines still report.

func collect(buffer int) error {
	errs := make(chan error, buffer)
	for i := range 3 {
		go func() {
			if i == 1 {
				errs <- errors.New("one")
				return
			}
			errs <- nil
		}()
	}
	for range 3 {
		if err := <-errs; err != nil {
			return err
		}
	}
	return nil
}

//chancheck:want leak
func TestErrorChannelBuggy(t *testing.T) {
	_ = collect(0)
}

func TestErrorChannelFixed(t *testing.T) {
	if collect(3) == nil {
		t.Error("no error")
	}
}

// Two closers.

type connection struct {
	closed chan struct{}
	once   sync.Once
}

func (c *connection) CloseUnsure() {
	select {
	case <-c.closed:
	default:
		close(c.closed)
	}
}

func (c *connection) Close() {
	c.once.Do(func() { close(c.closed) })
}

//chancheck:want panic close of closed channel
func TestCloseTwiceBuggy(t *testing.T) {
	c := &connection{closed: make(chan struct{})}
	go c.CloseUnsure()
	c.CloseUnsure()
	<-c.closed
}

func TestCloseTwiceFixed(t *testing.T) {
	c := &connection{closed: make(chan struct{})}
	go c.Close()
	c.Close()
	<-c.closed
}

// The receiver closes at shutdown while senders still send.

//chancheck:want panic send on closed channel
func TestSendAfterShutdownBuggy(t *testing.T) {
	events := make(chan int, 1)
	go func() { events <- 1 }()
	close(events)
}

func TestSendAfterShutdownFixed(t *testing.T) {
	events := make(chan int, 1)
	stop := make(chan struct{})
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		select {
		case events <- 1:
		case <-stop:
		}
	}()
	close(stop)
	wg.Wait()
	close(events)
}

// Every worker closes the results when it is done.

//chancheck:want panic
func TestWorkersCloseBuggy(t *testing.T) {
	results := make(chan int, 2)
	for i := range 2 {
		go func() {
			results <- i
			close(results)
		}()
	}
	for range results {
	}
}

func TestWorkersCloseFixed(t *testing.T) {
	results := make(chan int, 2)
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results <- i
		}()
	}
	go func() {
		wg.Wait()
		close(results)
	}()
	sum := 0
	for n := range results {
		sum += n
	}
	if sum != 1 {
		t.Error(sum)
	}
}

// A channel field that no constructor made.

type logger struct{ lines chan string }

//chancheck:want deadlock
func TestNilChannelBuggy(t *testing.T) {
	l := &logger{}
	go func() {
		for range l.lines {
		}
	}()
	l.lines <- "hello"
}

func TestNilChannelFixed(t *testing.T) {
	l := &logger{lines: make(chan string)}
	done := make(chan bool)
	go func() {
		for range l.lines {
		}
		close(done)
	}()
	l.lines <- "hello"
	close(l.lines)
	<-done
}

// A semaphore slot is not given back on the error path.

//chancheck:want deadlock
func TestLostSlotBuggy(t *testing.T) {
	slots := make(chan struct{}, 1)
	work := func(fail bool) error {
		slots <- struct{}{}
		if fail {
			return errors.New("failed")
		}
		<-slots
		return nil
	}
	_ = work(true)
	_ = work(false)
}

func TestLostSlotFixed(t *testing.T) {
	slots := make(chan struct{}, 1)
	work := func(fail bool) error {
		slots <- struct{}{}
		defer func() { <-slots }()
		if fail {
			return errors.New("failed")
		}
		return nil
	}
	if work(true) == nil || work(false) != nil {
		t.Error("wrong results")
	}
}

// Two stages send to each other on unbuffered channels.

//chancheck:want deadlock
func TestCycleOfSendsBuggy(t *testing.T) {
	a, b := make(chan int), make(chan int)
	go func() {
		b <- 1
		<-a
	}()
	a <- 1
	<-b
}

func TestCycleOfSendsFixed(t *testing.T) {
	a, b := make(chan int), make(chan int)
	done := make(chan bool)
	go func() {
		b <- 1
		<-a
		close(done)
	}()
	<-b
	a <- 1
	<-done
}
