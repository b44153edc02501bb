// One side without the lock.
//
//chancheck:want race
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
	x++
	<-done
}
