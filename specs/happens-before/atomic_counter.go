// The last who counts down is ordered after all others.
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
			if left.Add(-1) == 0 {
				println(parts[0] + parts[1])
			}
		}()
	}
	time.Sleep(20 * time.Millisecond)
}
