// Tests that run for ever without getting anywhere. Each pair differs in what ends the loop.

package kernels

import (
	"runtime"
	"sync/atomic"
	"testing"
)

//chancheck:want livelock
func TestSpinBuggy(t *testing.T) {
	var done atomic.Bool
	for !done.Load() {
		runtime.Gosched()
	}
}

func TestSpinFixed(t *testing.T) {
	var done atomic.Bool
	go done.Store(true)
	for !done.Load() {
		runtime.Gosched()
	}
}

// The subtest spins, its test waits for it.

//chancheck:want livelock
func TestSubtestBuggy(t *testing.T) {
	t.Run("spins", func(t *testing.T) {
		var n atomic.Int32
		for n.Load() == 0 {
		}
	})
}

func TestSubtestFixed(t *testing.T) {
	t.Run("spins", func(t *testing.T) {
		var n atomic.Int32
		go n.Add(1)
		for n.Load() == 0 {
		}
	})
}

// The test waits for somebody who will never come, while another spins.

//chancheck:want hang the test is blocked for ever [chan receive]
func TestBlockedBuggy(t *testing.T) {
	var stop atomic.Bool
	done := make(chan bool)
	go func() {
		for !stop.Load() {
		}
		done <- true
	}()
	<-done
}

func TestBlockedFixed(t *testing.T) {
	var stop atomic.Bool
	done := make(chan bool)
	go func() {
		for !stop.Load() {
		}
		done <- true
	}()
	stop.Store(true)
	<-done
}
