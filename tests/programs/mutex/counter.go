// Two goroutines, one lock, no lost update.
package main

import (
	"fmt"
	"sync"
)

type counter struct {
	mu sync.Mutex
	n  map[string]int
}

func (c *counter) inc(k string) int {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n[k]++
	return c.n[k]
}

func main() {
	c := counter{n: map[string]int{}}
	done := make(chan int, 2)
	for range 2 {
		go func() { done <- c.inc("k") }()
	}
	a, b := <-done, <-done
	fmt.Println(a+b, c.inc("k"))
}

// Outcomes:
//	exit 0 "3 3\n"
