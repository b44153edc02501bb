// Section 4.4: the ReadGuard as printed: it closes a receive-only channel.
package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

type ReadGuard struct {
	closed atomic.Bool
	once   sync.Once
	ch     <-chan interface{}
}

func (g *ReadGuard) Close() {
	g.once.Do(func() {
		g.closed.Store(true)
		close(g.ch) // ERROR "cannot close receive-only channel"
	})
}

func (g *ReadGuard) TryRead() (v interface{}, ok bool) {
	if g.closed.Load() {
		return nil, false
	}
	v, ok = <-g.ch
	return
}

func main() {
	g := &ReadGuard{ch: make(chan interface{})}
	g.Close()
	fmt.Println(g.TryRead())
}
