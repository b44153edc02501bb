// A spin lock made of compare-and-swap.
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
	x++
	lock.Store(0)
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
