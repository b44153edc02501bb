// WaitGroup.Go (Go 1.25).

//go:build go1.25

package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	n := 0
	for i := range 2 {
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
			n += i + 1
		})
	}
	wg.Wait()
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "3\n"
