// The first is not.
//
//chancheck:want race
package main

import (
	"sync/atomic"
	"time"
)

var (
	parts [2]int
	left  atomic.Int32
)

func main() {
	left.Store(2)
	for i := range 2 {
		go func() {
			parts[i] = 1
			if left.Add(-1) == 1 {
				println(parts[0] + parts[1])
			}
		}()
	}
	time.Sleep(20 * time.Millisecond)
}
