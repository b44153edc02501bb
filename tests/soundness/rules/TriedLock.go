// A TryLock that fails while the mutex knows of a write.
package main

import "sync"

var (
	mu sync.Mutex
	x  int
)

func main() {
	c := make(chan int, 1)
	go func() {
		mu.Lock()
		x = 1
		mu.Unlock()
		c <- 1
	}()
	go func() {
		mu.Lock()
		select {}
	}()
	if len(c) == 1 && !mu.TryLock() {
		x = 2
	}
}
