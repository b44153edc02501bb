// A mutex may be unlocked by another goroutine than the one that locked it.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	n := 1
	mu.Lock()
	go func() {
		n = 2
		mu.Unlock()
	}()
	mu.Lock()
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "2\n"
