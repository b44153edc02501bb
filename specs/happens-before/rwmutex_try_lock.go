// A TryLock of an RWMutex that succeeds is a Lock: readers who left come before it.
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
		mu.RLock()
		println(x)
		mu.RUnlock()
	}()
	if mu.TryLock() {
		x = 1
		mu.Unlock()
	}
	time.Sleep(20 * time.Millisecond)
}
