// One that succeeds has found nothing yet.
//
//chancheck:want race
package main

import (
	"sync/atomic"
	"time"
)

var (
	x int
	n atomic.Int32
)

func main() {
	go func() {
		x = 1
		n.Store(1)
	}()
	if n.CompareAndSwap(0, 2) {
		println(x)
	}
	time.Sleep(20 * time.Millisecond)
}
