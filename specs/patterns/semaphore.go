// Semaphore: at most two of three are inside; a token is taken before and given back after.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func main() {
	sem := make(chan struct{}, 2)
	var inside atomic.Int32
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			if inside.Add(1) > 2 {
				panic("too many")
			}
			inside.Add(-1)
		}()
	}
	wg.Wait()
	fmt.Println("at most two")
}

// Outcomes:
//	exit 0 "at most two\n"
