// A TryLock that succeeds is a Lock.
package main

import "sync"

var (
	x  int
	mu sync.Mutex
)

func main() {
	go func() {
		mu.Lock()
		x = 1
		mu.Unlock()
	}()
	if mu.TryLock() {
		println(x)
		mu.Unlock()
	}
}
