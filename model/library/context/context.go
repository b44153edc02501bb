// Package context. A context that can be cancelled makes its done channel at once and closes it while it holds its lock;
// Err asks the channel, so that cancellation is one step for everybody who looks and orders what came before it.
package context

import (
	"errors"
	"internal/machine"
	"sync"
	"time"
)

// A Context carries a deadline, a cancellation and values.
type Context interface {
	Deadline() (deadline time.Time, ok bool)
	Done() <-chan struct{}
	Err() error
	Value(key any) any
}

type CancelFunc func()
type CancelCauseFunc func(cause error)

// Canceled is the error of a context that was cancelled.
var Canceled = errors.New("context canceled")

// DeadlineExceeded is the error of a context whose deadline has passed.
var DeadlineExceeded error = deadlineExceededError{}

type deadlineExceededError struct{}

func (deadlineExceededError) Error() string   { return "context deadline exceeded" }
func (deadlineExceededError) Timeout() bool   { return true }
func (deadlineExceededError) Temporary() bool { return true }

type emptyCtx struct{}

func (emptyCtx) Deadline() (deadline time.Time, ok bool) { return }
func (emptyCtx) Done() <-chan struct{}                   { return nil }
func (emptyCtx) Err() error                              { return nil }
func (emptyCtx) Value(key any) any                       { return nil }

type backgroundCtx struct{ emptyCtx }

func (backgroundCtx) String() string { return "context.Background" }

type todoCtx struct{ emptyCtx }

func (todoCtx) String() string { return "context.TODO" }

func Background() Context { return backgroundCtx{} }
func TODO() Context       { return todoCtx{} }

// cancelKey is the key for which a cancelCtx returns itself.
type cancelKey struct{}

type canceler interface {
	cancel(removeFromParent bool, err, cause error)
	Done() <-chan struct{}
}

// afterFuncer is a foreign context that can call us.
type afterFuncer interface {
	AfterFunc(func()) func() bool
}

type cancelCtx struct {
	Context
	mu       sync.Mutex
	done     chan struct{}
	err      error // written before done is closed
	cause    error
	children map[canceler]struct{}
	attached int32       // what the child's maker did comes before what its parent's cancellation does with it
	parent   *cancelCtx  // whose child this is
	stop     func() bool // of a foreign parent's AfterFunc
}

func (c *cancelCtx) Done() <-chan struct{} {
	machine.FirstUse(c.done)
	return c.done
}

// makeDone makes the channel. In a program with bubbles of testing/synctest it belongs to that of who asks for it first: the
// source makes it then.
func makeDone() chan struct{} {
	c := make(chan struct{})
	machine.MakeLazy(c)
	return c
}

func (c *cancelCtx) Err() error {
	if ended(c.done) {
		return c.err
	}
	return nil
}

func (c *cancelCtx) Value(key any) any {
	if _, ok := key.(cancelKey); ok {
		return c
	}
	return value(c.Context, key)
}

func closed(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

// ended is closed, where the source asks no channel: it may be of a bubble that the caller is not in.
func ended(done <-chan struct{}) bool {
	select {
	case <-done:
		return true
	default:
		return false
	}
}

// attach arranges for child to be cancelled when parent is. The look at the parent's channel and the entry into its
// children are one step; the parent closes the channel before it goes through them.
func (c *cancelCtx) attach(parent Context, child canceler) {
	c.Context = parent
	done := parent.Done()
	if done == nil {
		return
	}
	p, ok := parent.Value(cancelKey{}).(*cancelCtx)
	if ok && p.done == done {
		c.parent = p
		if closed(done) {
			child.cancel(false, p.err, p.cause)
			return
		}
		if p.children == nil {
			p.children = make(map[canceler]struct{})
		}
		p.children[child] = struct{}{}
		machine.Publish(&c.attached)
		return
	}
	if closed(done) {
		child.cancel(false, parent.Err(), Cause(parent))
		return
	}
	if a, ok := parent.(afterFuncer); ok {
		c.stop = a.AfterFunc(func() { child.cancel(false, parent.Err(), Cause(parent)) })
		return
	}
	go func() {
		select {
		case <-done:
			child.cancel(false, parent.Err(), Cause(parent))
		case <-child.Done():
		}
	}()
}

func (c *cancelCtx) detach(child canceler) {
	if c.stop != nil {
		c.stop()
	} else if c.parent != nil {
		delete(c.parent.children, child)
	}
}

// finish closes c and its children, any order; false if somebody has done so already.
func (c *cancelCtx) finish(err, cause error) bool {
	if cause == nil {
		cause = err
	}
	c.mu.Lock()
	machine.Observe(&c.attached)
	if c.err != nil {
		c.mu.Unlock()
		return false
	}
	c.err = err
	c.cause = cause
	machine.FirstUse(c.done)
	close(c.done)
	for child := range c.children {
		child.cancel(false, err, cause)
	}
	c.children = nil
	c.mu.Unlock()
	return true
}

func (c *cancelCtx) cancel(removeFromParent bool, err, cause error) {
	if c.finish(err, cause) && removeFromParent {
		c.detach(c)
	}
}

func withCancel(parent Context) *cancelCtx {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	c := &cancelCtx{done: makeDone()}
	c.attach(parent, c)
	return c
}

func WithCancel(parent Context) (ctx Context, cancel CancelFunc) {
	c := withCancel(parent)
	return c, func() { c.cancel(true, Canceled, nil) }
}

func WithCancelCause(parent Context) (ctx Context, cancel CancelCauseFunc) {
	c := withCancel(parent)
	return c, func(cause error) { c.cancel(true, Canceled, cause) }
}

// Cause is the cause given to the first cancellation, or Err.
func Cause(c Context) error {
	err := c.Err()
	if err == nil {
		return nil
	}
	if cc, ok := c.Value(cancelKey{}).(*cancelCtx); ok {
		if ended(cc.done) {
			return cc.cause
		}
	}
	return err
}

type withoutCancelCtx struct {
	c Context
}

func WithoutCancel(parent Context) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	return withoutCancelCtx{parent}
}

func (withoutCancelCtx) Deadline() (deadline time.Time, ok bool) { return }
func (withoutCancelCtx) Done() <-chan struct{}                   { return nil }
func (withoutCancelCtx) Err() error                              { return nil }
func (c withoutCancelCtx) Value(key any) any                     { return value(c, key) }

type valueCtx struct {
	Context
	key, val any
}

func WithValue(parent Context, key, val any) Context {
	if parent == nil {
		panic("cannot create context from nil parent")
	}
	if key == nil {
		panic("nil key")
	}
	if !machine.Comparable(key) {
		panic("key is not comparable")
	}
	return &valueCtx{parent, key, val}
}

func (c *valueCtx) Value(key any) any {
	if c.key == key {
		return c.val
	}
	return value(c.Context, key)
}

// value goes up the tree; a cancelCtx above withoutCancelCtx does not show itself.
func value(c Context, key any) any {
	for {
		switch ctx := c.(type) {
		case *valueCtx:
			if key == ctx.key {
				return ctx.val
			}
			c = ctx.Context
		case withoutCancelCtx:
			if _, ok := key.(cancelKey); ok {
				return nil
			}
			c = ctx.c
		case backgroundCtx, todoCtx:
			return nil
		default:
			return c.Value(key)
		}
	}
}

type afterFuncCtx struct {
	cancelCtx
	once sync.Once
	f    func()
}

// AfterFunc calls f in its own goroutine after ctx is done, unless stop comes first.
func AfterFunc(ctx Context, f func()) (stop func() bool) {
	a := &afterFuncCtx{f: f}
	a.done = makeDone()
	a.attach(ctx, a)
	return func() bool {
		stopped := false
		a.once.Do(func() { stopped = true })
		if stopped {
			a.cancel(true, Canceled, nil)
		}
		return stopped
	}
}

func (a *afterFuncCtx) cancel(removeFromParent bool, err, cause error) {
	a.finish(err, cause)
	if removeFromParent {
		a.detach(a)
	}
	a.once.Do(func() { go a.f() })
}
