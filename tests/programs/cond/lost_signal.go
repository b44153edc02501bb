// A signal that nobody waits for is lost.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	go func() {
		mu.Lock()
		cond.Signal()
		mu.Unlock()
	}()
	mu.Lock()
	cond.Wait()
	mu.Unlock()
	fmt.Println("woken")
}

// Outcomes:
//	exit 0 "woken\n"
//	exit 2 "" all goroutines are asleep - deadlock!
