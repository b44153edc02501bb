// Single flight: who comes while a call is in flight waits for its result.
package main

import (
	"fmt"
	"sync"
)

type call struct {
	done  chan struct{}
	value int
}

type flight struct {
	mu    sync.Mutex
	calls map[string]*call
	count int
}

func (f *flight) do(key string, fn func() int) int {
	f.mu.Lock()
	if c, ok := f.calls[key]; ok {
		f.mu.Unlock()
		<-c.done
		return c.value
	}
	c := &call{done: make(chan struct{})}
	f.calls[key] = c
	f.count++
	f.mu.Unlock()
	c.value = fn()
	close(c.done)
	return c.value
}

func main() {
	f := &flight{calls: map[string]*call{}}
	out := make(chan int)
	for range 2 {
		go func() { out <- f.do("k", func() int { return 7 }) }()
	}
	fmt.Println(<-out, <-out, f.count)
}

// Outcomes:
//	exit 0 "7 7 1\n"
