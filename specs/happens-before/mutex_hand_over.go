// A mutex may be unlocked by another goroutine: what that did happens before the next Lock.
package main

import "sync"

var (
	x  int
	mu sync.Mutex
)

func main() {
	mu.Lock()
	go func() {
		x = 1
		mu.Unlock()
	}()
	mu.Lock()
	println(x)
}
