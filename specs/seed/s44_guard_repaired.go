// Section 4.4: the article's ReadGuard, repaired so that it compiles (it may close its channel). Its check
// and its receive are two steps: a reader that passes the check still meets the closed channel, and gets
// the zero value the guard was to refuse. v tells the two refusals apart.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type ReadGuard struct {
	closed atomic.Bool
	once   sync.Once
	ch     chan int
}

func (g *ReadGuard) Close() {
	g.once.Do(func() {
		g.closed.Store(true)
		close(g.ch)
	})
}

func (g *ReadGuard) TryRead() (v int, ok bool) {
	if g.closed.Load() {
		return -1, false
	}
	v, ok = <-g.ch
	return
}

func main() {
	g := &ReadGuard{ch: make(chan int, 1)}
	g.ch <- 7
	go g.Close()
	fmt.Println(g.TryRead())
	fmt.Println(g.TryRead())
}

// Outcomes:
//	exit 0 "-1 false\n-1 false\n"
//	exit 0 "7 true\n-1 false\n"
//	exit 0 "7 true\n0 false\n"
