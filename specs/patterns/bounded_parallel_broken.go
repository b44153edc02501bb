// Bounded parallelism, broken: the slot is not given back when a job fails.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	slots := make(chan struct{}, 2)
	var wg sync.WaitGroup
	for i := range 5 {
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			if i%2 == 1 {
				return
			}
			<-slots
		}()
	}
	wg.Wait()
	fmt.Println("all done")
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
