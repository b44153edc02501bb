// An Add from zero inside of the goroutine that is to be waited for: Wait may miss it, or panic.

package main

import (
	"fmt"
	"sync"
)

//chancheck:want panic sync: WaitGroup is reused before previous Wait has returned
func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done()
		wg.Add(1)
		wg.Done()
	}()
	wg.Wait()
	fmt.Println("done")
}

// Outcomes:
//	exit 0 "done\n"
//	exit 2 "" sync: WaitGroup is reused before previous Wait has returned
