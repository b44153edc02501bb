// A compare-and-swap that fails observes what it has found.
package main

import "sync/atomic"

var (
	x int
	n atomic.Int32
)

func main() {
	go func() {
		x = 1
		n.Store(1)
	}()
	if !n.CompareAndSwap(0, 2) {
		println(x)
	}
}
