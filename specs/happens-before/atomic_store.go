// What comes before the store that is observed.
package main

import "sync/atomic"

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
	if n.Load() == 2 {
		println(x)
	}
}
