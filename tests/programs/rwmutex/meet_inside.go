// Readers can wait for each other inside the lock.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	a, b := make(chan bool), make(chan bool)
	go func() {
		mu.RLock()
		a <- true
		<-b
		mu.RUnlock()
		a <- true
	}()
	mu.RLock()
	<-a
	b <- true
	mu.RUnlock()
	<-a
	mu.Lock()
	fmt.Println("alone")
	mu.Unlock()
}

// Outcomes:
//	exit 0 "alone\n"
