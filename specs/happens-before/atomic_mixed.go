// Atomic functions on all sides.
package main

import "sync/atomic"

var n int64

func main() {
	go func() { atomic.AddInt64(&n, 1) }()
	println(atomic.LoadInt64(&n))
}
