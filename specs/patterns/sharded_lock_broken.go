// Sharded lock, broken: each transfer takes its source first.
package main

import (
	"fmt"
	"sync"
)

type shard struct {
	mu sync.Mutex
	n  int
}

var shards [2]shard

func transfer(from, to, n int) {
	shards[from].mu.Lock()
	defer shards[from].mu.Unlock()
	shards[to].mu.Lock()
	defer shards[to].mu.Unlock()
	shards[from].n -= n
	shards[to].n += n
}

//chancheck:want deadlock all goroutines are asleep
func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		transfer(0, 1, 5)
	}()
	go func() {
		defer wg.Done()
		transfer(1, 0, 3)
	}()
	wg.Wait()
	fmt.Println(shards[0].n, shards[1].n)
}

// Outcomes:
//	exit 0 "-2 2\n"
//	exit 2 "" all goroutines are asleep - deadlock!
