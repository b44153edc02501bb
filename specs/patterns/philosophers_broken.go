// Five dining philosophers, broken: all take the left fork first.
package main

import (
	"fmt"
	"sync"
)

const n = 5

//chancheck:want deadlock all goroutines are asleep
func main() {
	var forks [n]sync.Mutex
	var wg sync.WaitGroup
	for i := range n {
		left, right := &forks[i], &forks[(i+1)%n]
		wg.Add(1)
		go func() {
			defer wg.Done()
			left.Lock()
			right.Lock()
			right.Unlock()
			left.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println("all have eaten")
}

// Outcomes:
//	exit 0 "all have eaten\n"
//	exit 2 "" all goroutines are asleep - deadlock!
