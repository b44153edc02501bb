// A goroutine that is nowhere but in the library is known by its go statement.
package main

import "sync"

//chancheck:want leak sync.Mutex.Lock
//chancheck:want leak sync.WaitGroup.Wait
func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	mu.Lock()
	wg.Add(1)
	go mu.Lock()
	go wg.Wait()
}

// Outcomes:
//	exit 0 ""
