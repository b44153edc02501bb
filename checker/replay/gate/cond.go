package chancheckgate

import "sync"

// A Cond takes its lock again when it is woken; that is a step of its own, with a gate. So its Locker is one of ours.
type locker struct{ sync.Locker }

func (l locker) Lock() {
	if site := relocking(); site >= 0 {
		pass(operation, site)
	}
	l.Locker.Lock()
}

//go:norace
func relocking() int {
	raceDisable()
	mu.Lock()
	site := current().relock
	mu.Unlock()
	raceEnable()
	return site
}

//go:norace
func setRelock(site int) {
	raceDisable()
	mu.Lock()
	current().relock = site
	mu.Unlock()
	raceEnable()
}

func NewCond(int) func(sync.Locker) *sync.Cond {
	return func(l sync.Locker) *sync.Cond { return sync.NewCond(locker{l}) }
}

// Wait is f, the method Wait of a Cond.
func Wait(site int, f func()) func() {
	return func() {
		pass(operation, site)
		setRelock(site)
		f()
		setRelock(-1)
	}
}
