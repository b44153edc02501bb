// A write under the read lock.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want race
func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	n := 0
	wg.Add(1)
	go func() {
		defer wg.Done()
		mu.RLock()
		n = 1
		mu.RUnlock()
	}()
	mu.RLock()
	v := n
	mu.RUnlock()
	wg.Wait()
	fmt.Println(v)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "1\n"
