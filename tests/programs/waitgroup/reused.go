// Reuse after Wait has returned is fine.

package main

import "sync"

func main() {
	var wg sync.WaitGroup
	for r := 0; r < 2; r++ {
		for i := 0; i < 2; i++ {
			wg.Add(1)
			go func() { defer wg.Done() }()
		}
		wg.Wait()
	}
}

// Outcomes:
//	exit 0 ""
