// RUnlock happens before a later Lock.
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
	mu.Lock()
	x = 1
	mu.Unlock()
	<-done
}
