package time

import "internal/machine"

// runtimeTimer stands for the machine's timer object.
type runtimeTimer struct {
	_ int
}

func sleep(d int64)
func timerNew(f func(), c chan Time) *runtimeTimer
func timerStart(t *runtimeTimer, d, period int64) bool
func timerStop(t *runtimeTimer) bool

func timerSends(t *runtimeTimer, v Time)

// start starts a timer. What it will send is part of its step, and that it fires no earlier than d from now, which the readings
// that are followed learn when it does (rules/timer.cpp).
func start(t *runtimeTimer, d, period Duration) bool {
	active := timerStart(t, int64(d), int64(period))
	if machine.TimerValues() || !machine.VirtualTime() && follows() {
		v := epoch()
		v.r = laterReading(d, period)
		timerSends(t, v)
	}
	return active
}

// Sleep is a lower bound: d and anything more.
func Sleep(d Duration) {
	if machine.VirtualTime() {
		sleep(int64(d))
		return
	}
	credit := beginSleep(d)
	sleep(int64(d))
	endSleep(credit)
}

// A Timer fires once: it sends on C, or calls a function in a goroutine of its own. As of Go 1.23 no stale value is
// received after Stop or Reset, and a value not yet received counts as not fired: the machine empties the channel.
type Timer struct {
	C <-chan Time
	r *runtimeTimer
}

func NewTimer(d Duration) *Timer {
	c := make(chan Time, 1)
	t := &Timer{C: c, r: timerNew(nil, c)}
	start(t.r, d, 0)
	return t
}

func AfterFunc(d Duration, f func()) *Timer {
	t := &Timer{r: timerNew(f, nil)}
	start(t.r, d, 0)
	return t
}

func After(d Duration) <-chan Time { return NewTimer(d).C }

func (t *Timer) Stop() bool {
	if t.r == nil {
		panic("time: Stop called on uninitialized Timer")
	}
	return timerStop(t.r)
}

func (t *Timer) Reset(d Duration) bool {
	if t.r == nil {
		panic("time: Reset called on uninitialized Timer")
	}
	return start(t.r, d, 0)
}

// A Ticker sends on C again and again; a tick that finds C full is dropped.
type Ticker struct {
	C <-chan Time
	r *runtimeTimer
}

func NewTicker(d Duration) *Ticker {
	if d <= 0 {
		panic("non-positive interval for NewTicker")
	}
	c := make(chan Time, 1)
	t := &Ticker{C: c, r: timerNew(nil, c)}
	start(t.r, d, d)
	return t
}

func (t *Ticker) Stop() {
	if t.r == nil {
		return
	}
	timerStop(t.r)
}

func (t *Ticker) Reset(d Duration) {
	if d <= 0 {
		panic("non-positive interval for Ticker.Reset")
	}
	if t.r == nil {
		panic("time: Reset called on uninitialized Ticker")
	}
	start(t.r, d, d)
}

func Tick(d Duration) <-chan Time {
	if d <= 0 {
		return nil
	}
	return NewTicker(d).C
}
