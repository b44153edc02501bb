// A plain store observes nothing: the store that it replaces is not ordered before who loads it.
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
	go func() {
		time.Sleep(10 * time.Millisecond)
		n.Store(2)
	}()
	time.Sleep(20 * time.Millisecond)
	if n.Load() == 2 {
		println(x)
	}
}
