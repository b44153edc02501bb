// A Load of another key observes nothing of it.
//
//chancheck:want race
package main

import (
	"sync"
	"time"
)

var (
	x int
	m sync.Map
)

func main() {
	m.Store("b", 1)
	go func() {
		x = 1
		m.Store("a", 1)
	}()
	if _, ok := m.Load("b"); ok {
		println(x)
	}
	time.Sleep(20 * time.Millisecond)
}
