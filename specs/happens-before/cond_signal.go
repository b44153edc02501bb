// Signal happens before the Wait that it wakes.
// Race detector: reports; it has no edge from Signal to Wait, which sync.Cond documents.
package main

import "sync"

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
		x = 1
		cond.Signal()
	}()
	cond.Wait()
	println(x)
	mu.Unlock()
}
