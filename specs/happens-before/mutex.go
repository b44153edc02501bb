// Unlock n happens before Lock m for n < m.
package main

import "sync"

var (
	x  int
	mu sync.Mutex
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
