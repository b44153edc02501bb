// Wait returns when all are done, and sees what they wrote.

//go:build go1.22

package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var results [3]int
	wg.Add(len(results))
	for i := range results {
		go func() {
			defer wg.Done()
			results[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(results)
}

// Outcomes:
//	exit 0 "[0 1 4]\n"
