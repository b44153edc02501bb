// A reader without the lock.
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
		x = 1
		mu.Unlock()
		close(done)
	}()
	println(x)
	<-done
}
