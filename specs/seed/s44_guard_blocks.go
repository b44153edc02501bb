// Section 4.4: and where nobody closes, the guarded read blocks as any other.
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

//chancheck:want deadlock all goroutines are asleep
func main() {
	g := &ReadGuard{ch: make(chan int)}
	done := make(chan bool)
	go func() {
		if _, ok := g.TryRead(); ok {
			g.Close()
		}
		done <- true
	}()
	<-done
	g.Close()
	fmt.Println("closed")
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
