// Two readers are not ordered, and one of them writes.
//
//chancheck:want race
package main

import "sync"

var (
	x  int
	mu sync.RWMutex
)

func main() {
	done := make(chan bool)
	go func() {
		mu.RLock()
		println(x)
		mu.RUnlock()
		close(done)
	}()
	mu.RLock()
	x = 1
	mu.RUnlock()
	<-done
}
