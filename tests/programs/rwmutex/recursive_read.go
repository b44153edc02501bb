// A second RLock of the same goroutine waits behind a writer that waits for the first.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	var mu sync.RWMutex
	done := make(chan bool)
	go func() {
		mu.Lock()
		mu.Unlock()
		done <- true
	}()
	mu.RLock()
	mu.RLock()
	mu.RUnlock()
	mu.RUnlock()
	<-done
	fmt.Println("fine")
}

// Outcomes:
//	exit 0 "fine\n"
//	exit 2 "" all goroutines are asleep - deadlock!
