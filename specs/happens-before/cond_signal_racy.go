// Not what comes behind Signal.
//
//chancheck:want race
package main

import (
	"sync"
	"time"
)

var (
	x    int
	mu   sync.Mutex
	cond = sync.NewCond(&mu)
)

func main() {
	mu.Lock()
	go func() {
		mu.Lock() // main waits
		mu.Unlock()
		cond.Signal()
		x = 1
	}()
	cond.Wait()
	println(x)
	mu.Unlock()
	time.Sleep(20 * time.Millisecond)
}
