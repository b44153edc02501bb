// A writer who unlocks first.
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
		mu.Lock()
		x++
		mu.Unlock()
		close(done)
	}()
	mu.Lock()
	mu.Unlock()
	x++
	<-done
}
