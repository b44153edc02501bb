// Unlock happens before a later RLock.
package main

import "sync"

var (
	x  int
	mu sync.RWMutex
)

func main() {
	done := make(chan bool)
	go func() {
		mu.Lock()
		x = 1
		mu.Unlock()
		close(done)
	}()
	mu.RLock()
	println(x)
	mu.RUnlock()
	<-done
}
