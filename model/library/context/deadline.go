package context

import (
	"internal/machine"
	"time"
)

// A timerCtx is cancelled by a timer. With an unknown clock (--time any) the time from its making to its deadline is kept, and the
// deadline only if somebody may ask for it.
type timerCtx struct {
	cancelCtx
	timer    *time.Timer
	deadline time.Time
	timeout  time.Duration // from the making
	relative bool          // timeout is set
}

func (c *timerCtx) Deadline() (deadline time.Time, ok bool) { return c.deadline, true }

func (c *timerCtx) cancel(removeFromParent bool, err, cause error) {
	if !c.finish(err, cause) {
		return
	}
	if removeFromParent {
		c.detach(c)
	}
	if c.timer != nil {
		c.timer.Stop()
	}
}

// start sets the timer before it enters parent's children; if the timer was that fast, it leaves them again.
func (c *timerCtx) start(parent Context, d time.Duration, cause error) {
	c.done = makeDone()
	if d <= 0 {
		c.attach(parent, c)
		c.cancel(true, DeadlineExceeded, cause)
		return
	}
	c.Context = parent
	c.timer = time.AfterFunc(d, func() { c.cancel(true, DeadlineExceeded, cause) })
	c.attach(parent, c)
	if c.err != nil {
		c.detach(c)
	}
}

// nearest is the timerCtx whose deadline parent has, if it is one of ours.
func nearest(parent Context) *timerCtx {
	for {
		switch c := parent.(type) {
		case *timerCtx:
			return c
		case *cancelCtx:
			parent = c.Context
		case *valueCtx:
			parent = c.Context
		case *afterFuncCtx:
			parent = c.Context
		default:
			return nil
		}
	}
}

// earlier reports whether parent's deadline is before the deadline that is timeout from now: certain if parent had no more
// than that when it was made, else a choice.
func earlier(parent Context, timeout time.Duration) bool {
	if p := nearest(parent); p != nil && p.relative && p.timeout <= timeout {
		return true
	}
	return machine.Choose(2) == 1
}

func hasDeadline(parent Context) bool {
	if nearest(parent) != nil {
		return true
	}
	switch parent.(type) {
	case backgroundCtx, todoCtx, withoutCancelCtx:
		return false
	}
	_, ok := parent.Deadline()
	return ok
}

func WithDeadline(parent Context, d time.Time) (Context, CancelFunc) {
	return WithDeadlineCause(parent, d, nil)
}

func WithDeadlineCause(parent Context, d time.Time, cause error) (Context, CancelFunc) {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if current, ok := parent.Deadline(); ok && current.Before(d) {
		return WithCancel(parent)
	}
	c := &timerCtx{deadline: d}
	c.start(parent, time.Until(d), cause)
	return c, func() { c.cancel(true, Canceled, nil) }
}

func WithTimeout(parent Context, timeout time.Duration) (Context, CancelFunc) {
	return WithTimeoutCause(parent, timeout, nil)
}

func WithTimeoutCause(parent Context, timeout time.Duration, cause error) (Context, CancelFunc) {
	if machine.VirtualTime() {
		return WithDeadlineCause(parent, time.Now().Add(timeout), cause)
	}
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if hasDeadline(parent) && earlier(parent, timeout) {
		return WithCancel(parent)
	}
	c := &timerCtx{timeout: timeout, relative: true}
	if machine.Deadlines() {
		c.deadline = time.Now().Add(timeout)
	}
	c.start(parent, timeout, cause)
	return c, func() { c.cancel(true, Canceled, nil) }
}
