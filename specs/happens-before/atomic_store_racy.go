// An earlier store hands on less.
// Race detector: silent; it needs a run in which the load comes between the stores.
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
		n.Store(1)
		x = 1
		n.Store(2)
	}()
	time.Sleep(20 * time.Millisecond)
	if n.Load() >= 1 {
		println(x)
	}
}
