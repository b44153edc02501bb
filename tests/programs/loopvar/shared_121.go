// The old loop variable, shared by goroutines and the loop.

//go:build go1.21

package main

import (
	"fmt"
	"sync"
)

//chancheck:want race
func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			v := i
			mu.Lock()
			sum += v
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(sum)
}

// Outcomes:
//	exit 0 "1\n"
//	exit 0 "2\n"
//	exit 0 "3\n"
//	exit 0 "4\n"
