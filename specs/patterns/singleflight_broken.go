// Single flight, broken: the waiter is told before the value is there.
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
	f.mu.Unlock()
	close(c.done)
	c.value = fn()
	return c.value
}

//chancheck:want race
func main() {
	f := &flight{calls: map[string]*call{}}
	out := make(chan int)
	for range 2 {
		go func() { out <- f.do("k", func() int { return 7 }) }()
	}
	fmt.Println(<-out + <-out)
}

// Outcomes:
//	exit 0 "14\n"
//	exit 0 "7\n"
