// The condition is set without the lock.
//
//chancheck:want race
package main

import "sync"

var (
	ready bool
	mu    sync.Mutex
	cond  = sync.NewCond(&mu)
)

func main() {
	done := make(chan bool)
	go func() {
		ready = true
		mu.Lock()
		cond.Signal()
		mu.Unlock()
		close(done)
	}()
	mu.Lock()
	println(ready)
	mu.Unlock()
	<-done
}
