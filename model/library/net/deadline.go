package net

import (
	"sync"
	"time"
)

// deadline is that of Go's net/pipe.go: a channel that a timer closes, and that stays the same until it has been closed, so
// that who waits already hears of a deadline that is set later. cancel must not be nil.
type deadline struct {
	mu     sync.Mutex // guards timer and cancel
	timer  *time.Timer
	cancel chan struct{}
}

func newDeadline() deadline { return deadline{cancel: make(chan struct{})} }

func (d *deadline) set(t time.Time) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.timer != nil && !d.timer.Stop() {
		<-d.cancel // the timer is just closing it
	}
	d.timer = nil
	closed := isClosed(d.cancel)
	wait := time.Duration(0)
	if !t.IsZero() {
		wait = time.Until(t)
	}
	if t.IsZero() || wait > 0 {
		if closed {
			d.cancel = make(chan struct{})
		}
		if wait > 0 {
			d.timer = time.AfterFunc(wait, func() { close(d.cancel) })
		}
	} else if !closed {
		close(d.cancel)
	}
}

func (d *deadline) wait() chan struct{} {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.cancel
}

func (d *deadline) over() bool { return isClosed(d.wait()) }

func isClosed(c <-chan struct{}) bool {
	select {
	case <-c:
		return true
	default:
		return false
	}
}
