// Behind a race the search goes on: an update is lost.
//
//chancheck:want race
package main

import (
	"fmt"
	"sync"
)

func main() {
	n := 0
	var wg sync.WaitGroup
	wg.Add(2)
	for range 2 {
		go func() {
			n++
			wg.Done()
		}()
	}
	wg.Wait()
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "1\n"
//	exit 0 "2\n"
