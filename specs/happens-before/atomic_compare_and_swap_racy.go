// It gives the lock back too early.
//
//chancheck:want race
package main

import (
	"runtime"
	"sync/atomic"
)

var (
	x    int
	lock atomic.Int32
)

func add() {
	for !lock.CompareAndSwap(0, 1) {
		runtime.Gosched()
	}
	lock.Store(0)
	x++
}

func main() {
	done := make(chan bool)
	go func() {
		add()
		close(done)
	}()
	add()
	<-done
}
