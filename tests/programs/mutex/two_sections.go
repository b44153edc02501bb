// Each access is locked, and the update still gets lost: no race, but two critical sections.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			v := n
			mu.Unlock()
			mu.Lock()
			n = v + 1
			mu.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "1\n"
//	exit 0 "2\n"
