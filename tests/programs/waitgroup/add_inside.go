// Add inside the goroutine: Wait may return before it.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	var wg sync.WaitGroup
	var n atomic.Int32
	go func() {
		wg.Add(1)
		n.Store(1)
		wg.Done()
	}()
	wg.Wait()
	fmt.Println(n.Load())
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "1\n"
