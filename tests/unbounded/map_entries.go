package main

import "sync"

type cache struct {
	mu sync.Mutex
	m  map[int]bool
}

func (c *cache) add(k int) { // GROWS "variable k"
	c.mu.Lock()
	defer c.mu.Unlock()
	c.m[k] = true
}

func main() {
	c := &cache{m: map[int]bool{}} // GROWS "number of entries of the map made here"
	tick := make(chan int)
	go func() {
		for i := 0; ; i++ { // GROWS "variable i"
			tick <- i
		}
	}()
	for k := range tick {
		c.add(k)
	}
}
