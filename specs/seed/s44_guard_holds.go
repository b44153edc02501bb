// Section 4.4: a guard that holds. Reading and closing are decided in one step by one select: a reader gets a
// value that was sent or a refusal, never a zero value, never a wait without end; closing twice is harmless.
package main

import (
	"fmt"
	"sync"
)

type ReadGuard struct {
	once sync.Once
	done chan struct{}
	ch   chan int
}

func (g *ReadGuard) Close() { g.once.Do(func() { close(g.done) }) }

func (g *ReadGuard) Read() (int, bool) {
	select {
	case v := <-g.ch:
		return v, true
	case <-g.done:
		return -1, false
	}
}

func (g *ReadGuard) Send(v int) bool {
	select {
	case g.ch <- v:
		return true
	case <-g.done:
		return false
	}
}

func main() {
	g := &ReadGuard{ch: make(chan int), done: make(chan struct{})}
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		g.Send(7)
		g.Close()
	}()
	go func() {
		defer wg.Done()
		g.Close()
	}()
	fmt.Println(g.Read())
	wg.Wait()
}

// Outcomes:
//	exit 0 "-1 false\n"
//	exit 0 "7 true\n"
