// Sequential consistency: both cannot miss the other's store.
package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var x, y atomic.Int32
	out := make(chan int32)
	go func() {
		x.Store(1)
		out <- y.Load()
	}()
	y.Store(1)
	r := x.Load()
	fmt.Println(<-out, r)
}

// Outcomes:
//	exit 0 "0 1\n"
//	exit 0 "1 0\n"
//	exit 0 "1 1\n"
