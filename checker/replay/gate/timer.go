package chancheckgate

import (
	"context"
	"sync/atomic"
	"time"
)

// Timers fire when the schedule says so: all are set to a time that never comes, and then reset.
const never = 100000 * time.Hour

type timer struct {
	timer   *time.Timer
	ticker  *time.Ticker
	context *expiring
	signal  func(number int)
}

var (
	timers     [1000]timer
	timerCount int
)

//go:norace
func add(t timer) {
	raceDisable()
	mu.Lock()
	if timerCount < len(timers) {
		timers[timerCount] = t
		timerCount++
	}
	mu.Unlock()
	raceEnable()
}

// fire lets the timer of this number fire; they count in order of their start. `choice`: of a signal its number.
//
//go:norace
func fire(number, choice int) {
	if number < 1 || number > timerCount {
		return
	}
	switch t := timers[number-1]; {
	case t.timer != nil:
		t.timer.Reset(0)
	case t.ticker != nil:
		t.ticker.Reset(time.Microsecond)
	case t.signal != nil:
		t.signal(choice)
	default:
		t.context.expire()
	}
	time.Sleep(100 * time.Microsecond)
}

//go:norace
func isFree() bool {
	raceDisable()
	defer raceEnable()
	return free.Load()
}

// in is how long a timer really runs: when the schedule is over nobody leads it, and it does not take long.
func in(d time.Duration) time.Duration {
	if isFree() {
		return min(d, 20*time.Millisecond)
	}
	return never
}

func Sleep(site int) func(time.Duration) {
	return func(d time.Duration) {
		pass(operation, site)
		if isFree() {
			time.Sleep(min(d, 20*time.Millisecond))
		}
	}
}

func NewTimer(site int) func(time.Duration) *time.Timer {
	return func(d time.Duration) *time.Timer {
		pass(operation, site)
		t := time.NewTimer(in(d))
		add(timer{timer: t})
		return t
	}
}

func After(site int) func(time.Duration) <-chan time.Time {
	return func(d time.Duration) <-chan time.Time { return NewTimer(site)(d).C }
}

func AfterFunc(site int) func(time.Duration, func()) *time.Timer {
	return func(d time.Duration, f func()) *time.Timer {
		pass(operation, site)
		t := time.AfterFunc(in(d), f)
		add(timer{timer: t})
		return t
	}
}

func NewTicker(site int) func(time.Duration) *time.Ticker {
	return func(d time.Duration) *time.Ticker {
		pass(operation, site)
		if d <= 0 {
			return time.NewTicker(d) // panics
		}
		t := time.NewTicker(in(d))
		add(timer{ticker: t})
		return t
	}
}

func Tick(site int) func(time.Duration) <-chan time.Time {
	return func(d time.Duration) <-chan time.Time {
		if d <= 0 {
			return nil
		}
		return NewTicker(site)(d).C
	}
}

func ResetTimer(site int, t *time.Timer) func(time.Duration) bool {
	return func(d time.Duration) bool {
		pass(operation, site)
		return t.Reset(in(d))
	}
}

func ResetTicker(site int, t *time.Ticker) func(time.Duration) {
	return func(d time.Duration) {
		pass(operation, site)
		t.Reset(in(d))
	}
}

// A context that expires when the schedule says so.
type expiring struct {
	context.Context
	deadline time.Time
	expired  atomic.Bool
	cancel   context.CancelFunc
}

//go:norace
func (c *expiring) expire() {
	c.expired.Store(true)
	c.cancel()
}

func (c *expiring) Deadline() (time.Time, bool) { return c.deadline, true }
func (c *expiring) Err() error {
	err := c.Context.Err()
	if err != nil && c.expired.Load() {
		return context.DeadlineExceeded
	}
	return err
}

func WithTimeout(site int) func(context.Context, time.Duration) (context.Context, context.CancelFunc) {
	return func(parent context.Context, d time.Duration) (context.Context, context.CancelFunc) {
		return WithDeadline(site)(parent, time.Now().Add(d))
	}
}

func WithDeadline(site int) func(context.Context, time.Time) (context.Context, context.CancelFunc) {
	return func(parent context.Context, deadline time.Time) (context.Context, context.CancelFunc) {
		pass(operation, site)
		if isFree() {
			return context.WithDeadline(parent, deadline)
		}
		inner, cancel := context.WithCancel(parent)
		c := &expiring{Context: inner, deadline: deadline, cancel: cancel}
		add(timer{context: c})
		return c, cancel
	}
}
