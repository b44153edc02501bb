// Not what it does behind the Unlock.
//
//chancheck:want race
package main

import (
	"sync"
	"time"
)

var (
	x  int
	mu sync.Mutex
)

func main() {
	mu.Lock()
	go func() {
		mu.Unlock()
		x = 1
	}()
	mu.Lock()
	println(x)
	time.Sleep(20 * time.Millisecond)
}
