// A Store happens before a Load that observes it.
package main

import "sync"

var (
	x int
	m sync.Map
)

func main() {
	go func() {
		x = 1
		m.Store("a", 1)
	}()
	if _, ok := m.Load("a"); ok {
		println(x)
	}
}
