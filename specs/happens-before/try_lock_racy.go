// One that fails tells that the mutex is locked, and orders nothing.
//
//chancheck:want race
package main

import (
	"sync"
	"time"
)

var (
	x  int
	mu sync.Mutex
)

func main() {
	go func() {
		x = 1
		mu.Lock()
	}()
	time.Sleep(20 * time.Millisecond)
	if !mu.TryLock() {
		x = 2
		return
	}
	mu.Unlock()
}
