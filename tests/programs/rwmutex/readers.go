// Two readers inside together, a writer alone.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	var wg sync.WaitGroup
	v := 1
	wg.Add(2)
	go func() {
		defer wg.Done()
		mu.RLock()
		defer mu.RUnlock()
		fmt.Print(v)
	}()
	go func() {
		defer wg.Done()
		mu.Lock()
		defer mu.Unlock()
		v = 2
	}()
	mu.RLock()
	mu.RUnlock()
	wg.Wait()
	fmt.Println(v)
}

// Outcomes:
//	exit 0 "12\n"
//	exit 0 "22\n"
