// Semaphore, broken: the token is taken inside the section that it should guard.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

//chancheck:want panic too many
func main() {
	sem := make(chan struct{}, 2)
	var inside atomic.Int32
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if inside.Add(1) > 2 {
				panic("too many")
			}
			sem <- struct{}{}
			<-sem
			inside.Add(-1)
		}()
	}
	wg.Wait()
	fmt.Println("at most two")
}

// Outcomes:
//	exit 0 "at most two\n"
//	exit 2 "" too many
//	exit 2 "at most two\n" too many
