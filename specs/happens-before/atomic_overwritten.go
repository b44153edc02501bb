// An update observes what it replaces, so who observes it is ordered after both.
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
	go func() { n.CompareAndSwap(1, 2) }()
	time.Sleep(20 * time.Millisecond)
	if n.Load() == 2 {
		println(x)
	}
}
