// Sharded lock: a transfer takes two shards, always the lower one first.
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
	first, second := &shards[min(from, to)], &shards[max(from, to)]
	first.mu.Lock()
	defer first.mu.Unlock()
	second.mu.Lock()
	defer second.mu.Unlock()
	shards[from].n -= n
	shards[to].n += n
}

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
