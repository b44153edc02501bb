// Kernels with contexts, timers and select.
package kernels

import (
	"context"
	"errors"
	"testing"
	"time"
)

// A worker that does not look at its context.

//chancheck:want leak
func TestContextIgnoredBuggy(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	out := make(chan int)
	go func(ctx context.Context) { out <- 1 }(ctx)
}

func TestContextIgnoredFixed(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	out := make(chan int)
	go func(ctx context.Context) {
		select {
		case out <- 1:
		case <-ctx.Done():
		}
	}(ctx)
}

// Cancel comes after the wait for what it should end.

//chancheck:want deadlock
func TestCancelTooLateBuggy(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
	}()
	defer cancel()
	<-done
}

func TestCancelTooLateFixed(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
	}()
	cancel()
	<-done
}

// A child of the background instead of the caller's context.

func serve(ctx context.Context, detached bool) chan error {
	errs := make(chan error, 1)
	go func() {
		parent := ctx
		if detached {
			parent = context.Background()
		}
		child, cancel := context.WithCancel(parent)
		defer cancel()
		<-child.Done()
		errs <- child.Err()
	}()
	return errs
}

//chancheck:want deadlock
func TestDetachedContextBuggy(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	errs := serve(ctx, true)
	cancel()
	<-errs
}

func TestDetachedContextFixed(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	errs := serve(ctx, false)
	cancel()
	if err := <-errs; !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// The answer comes after the timeout.

//chancheck:want leak
func TestTimeoutBuggy(t *testing.T) {
	answer := make(chan int)
	go func() { answer <- 1 }()
	select {
	case <-answer:
	case <-time.After(time.Second):
	}
}

func TestTimeoutFixed(t *testing.T) {
	answer := make(chan int, 1)
	go func() { answer <- 1 }()
	select {
	case <-answer:
	case <-time.After(time.Second):
	}
}

// Both cases are ready: select may take the work although the context is cancelled.

//chancheck:want assertion worked
func TestSelectPriorityBuggy(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	work := make(chan int, 1)
	work <- 1
	cancel()
	select {
	case <-ctx.Done():
	case <-work:
		t.Error("worked after the end")
	}
}

func TestSelectPriorityFixed(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	work := make(chan int, 1)
	work <- 1
	cancel()
	select {
	case <-ctx.Done():
		return
	default:
	}
	<-work
	t.Error("worked after the end")
}

// A timer that fired is stopped and then drained of the value that somebody took.

//chancheck:want deadlock
func TestDrainBuggy(t *testing.T) {
	timer := time.NewTimer(time.Millisecond)
	<-timer.C
	if !timer.Stop() {
		<-timer.C
	}
}

func TestDrainFixed(t *testing.T) {
	timer := time.NewTimer(time.Millisecond)
	<-timer.C
	if !timer.Stop() {
		select {
		case <-timer.C:
		default:
		}
	}
}

// AfterFunc may run although the test is done with what it writes.

//chancheck:want race
func TestAfterFuncBuggy(t *testing.T) {
	fired := false
	timer := time.AfterFunc(time.Millisecond, func() { fired = true })
	timer.Stop()
	_ = fired
}

func TestAfterFuncFixed(t *testing.T) {
	fired := make(chan bool, 1)
	timer := time.AfterFunc(time.Millisecond, func() { fired <- true })
	if !timer.Stop() {
		<-fired
	}
}

// A sleep instead of synchronisation.

//chancheck:want race
func TestSleepSynchronisesBuggy(t *testing.T) {
	n := 0
	go func() { n = 1 }()
	time.Sleep(time.Second)
	_ = n
}

func TestSleepSynchronisesFixed(t *testing.T) {
	n := 0
	done := make(chan struct{})
	go func() {
		n = 1
		close(done)
	}()
	<-done
	if n != 1 {
		t.Error(n)
	}
}

// A loop that selects on a closed channel gets its zero value for ever.

//chancheck:want livelock
func TestClosedInSelectBuggy(t *testing.T) {
	in, quit := make(chan int), make(chan struct{})
	close(in)
	func() {
		for {
			select {
			case <-in:
			case <-quit:
				return
			}
		}
	}()
}

func TestClosedInSelectFixed(t *testing.T) {
	in, quit := make(chan int), make(chan struct{})
	close(in)
	func() {
		for {
			select {
			case _, ok := <-in:
				if !ok {
					return
				}
			case <-quit:
				return
			}
		}
	}()
}

// A heartbeat goroutine without an end.

//chancheck:want leak
func TestTickerBuggy(t *testing.T) {
	beats := make(chan struct{})
	go func() {
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for range ticker.C {
			beats <- struct{}{}
		}
	}()
	<-beats
}

func TestTickerFixed(t *testing.T) {
	beats, quit := make(chan struct{}), make(chan struct{})
	done := make(chan struct{})
	go func() {
		defer close(done)
		ticker := time.NewTicker(time.Second)
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				select {
				case beats <- struct{}{}:
				case <-quit:
					return
				}
			case <-quit:
				return
			}
		}
	}()
	<-beats
	close(quit)
	<-done
}
