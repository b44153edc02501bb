// One that fails tells of a writer, and orders nothing.
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
		mu.Lock()
	}()
	time.Sleep(20 * time.Millisecond)
	if !mu.TryRLock() {
		println(x)
		return
	}
	mu.RUnlock()
}
