// Two writers exclude and order each other.
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
	x++
	mu.Unlock()
	<-done
}
