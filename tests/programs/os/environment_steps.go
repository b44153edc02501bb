// The environment is asked and set under a lock: whoever asks and then sets may do so at the same time as another.
package main

import (
	"fmt"
	"os"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	var mu sync.Mutex
	n := 0
	for range 2 {
		wg.Go(func() {
			if os.Getenv("CHANCHECK_ONCE") == "" {
				os.Setenv("CHANCHECK_ONCE", "1")
				mu.Lock()
				n++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "1\n"
//	exit 0 "2\n"
