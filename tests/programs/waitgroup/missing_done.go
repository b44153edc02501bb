// A path without Done.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	var wg sync.WaitGroup
	for i := range 2 {
		wg.Add(1)
		go func() {
			if i == 1 {
				fmt.Println("skipped")
				return
			}
			wg.Done()
		}()
	}
	wg.Wait()
}

// Outcomes:
//	exit 2 "skipped\n" all goroutines are asleep - deadlock!
