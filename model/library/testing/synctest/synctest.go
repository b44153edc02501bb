// Package synctest. What a bubble is to the machine: model/runtime/rules/synctest.cpp.
package synctest

import (
	"internal/machine"
	"testing"
)

func run(b *machine.Bubble) int
func wait(b *machine.Bubble) bool

// Test runs f as a test in a new bubble and waits for all of its goroutines.
func Test(t *testing.T, f func(*testing.T)) {
	ok := false
	runBubble(func() { ok = testing.synctestTest(t, f) })
	if !ok {
		testing.synctestFailed(t)
	}
}

type deadlockError string

func (e deadlockError) Error() string { return string(e) }

func runBubble(f func()) {
	if machine.InBubble() != nil {
		panic("synctest.Run called from within a synctest bubble")
	}
	b := machine.EnterBubble()
	go func() {
		defer machine.MainLeft()
		f()
	}()
	reason := run(b)
	machine.LeaveBubble()
	switch reason {
	case 1:
		panic(deadlockError("deadlock: all goroutines in bubble are blocked"))
	case 2:
		panic(deadlockError("deadlock: main bubble goroutine has exited but blocked goroutines remain"))
	}
}

// Wait blocks until all other goroutines of the bubble are durably blocked.
func Wait() {
	b := machine.InBubble()
	if b == nil {
		panic("goroutine is not in a bubble")
	}
	if !wait(b) {
		panic("wait already in progress")
	}
}
