// A load that observes a store is ordered after it.
package main

import "sync/atomic"

var (
	x    int
	done atomic.Bool
)

func main() {
	go func() {
		x = 1
		done.Store(true)
	}()
	if done.Load() {
		println(x)
	}
}
