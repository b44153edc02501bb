// Who waits for m fills c before main, if m is unlocked before.
package main

import (
	"sync"
)

func main() {
	var m sync.Mutex
	c, x := make(chan int, 1), make(chan int, 1)
	m.Lock()
	go func() {
		m.Lock()
		c <- 1
	}()
	go func() {
		x <- 0
		m.Unlock()
	}()
	select {
	case c <- 1:
	default:
		panic("c is full")
	}
}
