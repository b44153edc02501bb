// A TryRLock that succeeds is an RLock.
package main

import "sync"

var (
	x  int
	mu sync.RWMutex
)

func main() {
	go func() {
		mu.Lock()
		x = 1
		mu.Unlock()
	}()
	if mu.TryRLock() {
		println(x)
		mu.RUnlock()
	}
}
