// Lazy initialisation, broken: double-checked locking whose first check is unlocked.
package main

import (
	"fmt"
	"sync"
)

type config struct{ n int }

var (
	mu       sync.Mutex
	instance *config
)

func get() *config {
	if instance == nil {
		mu.Lock()
		if instance == nil {
			instance = &config{1}
		}
		mu.Unlock()
	}
	return instance
}

//chancheck:want race
func main() {
	done := make(chan int)
	for range 2 {
		go func() { done <- get().n }()
	}
	fmt.Println(<-done + <-done)
}

// Outcomes:
//	exit 0 "2\n"
