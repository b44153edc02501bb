// Broadcast, broken: one value wakes one of them, the others stay.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	start := make(chan struct{})
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
		}()
	}
	start <- struct{}{}
	wg.Wait()
	fmt.Println("all started")
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
