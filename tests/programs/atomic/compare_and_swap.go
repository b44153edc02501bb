// One of two wins; the loser sees the winner's value.

//go:build go1.22

package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var owner int32
	out := make(chan string)
	for id := int32(1); id <= 2; id++ {
		go func() {
			if atomic.CompareAndSwapInt32(&owner, 0, id) {
				out <- fmt.Sprint("won ", id)
			} else {
				out <- fmt.Sprint("lost to ", atomic.LoadInt32(&owner))
			}
		}()
	}
	a, b := <-out, <-out
	if a > b {
		a, b = b, a
	}
	fmt.Println(a, b)
}

// Outcomes:
//	exit 0 "lost to 1 won 1\n"
//	exit 0 "lost to 2 won 2\n"
