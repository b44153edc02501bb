// A table of locks of which nearly all are never used: two of them are taken in both orders.
package main

import "sync"

var (
	shards [200]struct {
		sync.Mutex
		n int
	}
	wg sync.WaitGroup
)

func move(from, to int) {
	defer wg.Done()
	shards[from].Lock()
	defer shards[from].Unlock()
	shards[to].Lock()
	defer shards[to].Unlock()
	shards[from].n--
	shards[to].n++
}

//chancheck:want deadlock all goroutines are asleep
func main() {
	wg.Add(3)
	go move(150, 40)
	go move(7, 8)
	go move(40, 150)
	wg.Wait()
	println(shards[40].n, shards[150].n)
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" all goroutines are asleep - deadlock!
