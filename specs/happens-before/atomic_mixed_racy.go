// A plain read of what another adds to atomically.
//
//chancheck:want race
package main

import (
	"sync/atomic"
	"time"
)

var n int64

func main() {
	go func() { atomic.AddInt64(&n, 1) }()
	println(n)
	time.Sleep(20 * time.Millisecond)
}
