// Wait in a loop, signal under the lock: a queue of capacity one.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	var queue []int
	go func() {
		for i := range 2 {
			mu.Lock()
			queue = append(queue, i+1)
			cond.Signal()
			mu.Unlock()
		}
	}()
	sum := 0
	for range 2 {
		mu.Lock()
		for len(queue) == 0 {
			cond.Wait()
		}
		sum = sum*10 + queue[0]
		queue = queue[1:]
		mu.Unlock()
	}
	fmt.Println(sum)
}

// Outcomes:
//	exit 0 "12\n"
