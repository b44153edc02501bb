// One that fails tells of a reader, and orders nothing.
//
//chancheck:want race
package main

import (
	"sync"
	"time"
)

var (
	x  int
	mu sync.RWMutex
)

func main() {
	go func() {
		x = 1
		mu.RLock()
	}()
	time.Sleep(20 * time.Millisecond)
	if !mu.TryLock() {
		println(x)
		return
	}
	mu.Unlock()
}
