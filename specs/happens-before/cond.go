// The usual loop around Cond.Wait: all under the lock.
package main

import "sync"

var (
	ready bool
	mu    sync.Mutex
	cond  = sync.NewCond(&mu)
)

func main() {
	go func() {
		mu.Lock()
		ready = true
		mu.Unlock()
		cond.Signal()
	}()
	mu.Lock()
	for !ready {
		cond.Wait()
	}
	mu.Unlock()
}
