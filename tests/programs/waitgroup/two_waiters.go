// Two goroutines wait for one; a WaitGroup can be used again afterwards.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg, waiters sync.WaitGroup
	x := 0
	wg.Add(1)
	waiters.Add(2)
	for range 2 {
		go func() {
			defer waiters.Done()
			wg.Wait()
			if x != 1 {
				panic("impossible")
			}
		}()
	}
	x = 1
	wg.Done()
	waiters.Wait()
	wg.Add(1)
	go wg.Done()
	wg.Wait()
	fmt.Println("all")
}

// Outcomes:
//	exit 0 "all\n"
