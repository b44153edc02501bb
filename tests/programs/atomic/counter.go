// Add is one step; Load and Store are two.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var a, b atomic.Int64
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			a.Add(1)
			b.Store(b.Load() + 1)
		}()
	}
	wg.Wait()
	fmt.Println(a.Load(), b.Load())
}

// Outcomes:
//	exit 0 "2 1\n"
//	exit 0 "2 2\n"
