// Barrier: nobody starts the second phase before all have finished the first, twice over.

//go:build go1.22

package main

import (
	"fmt"
	"sync"
)

type barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
	phase int
}

func newBarrier(n int) *barrier {
	b := &barrier{n: n}
	b.cond = sync.NewCond(&b.mu)
	return b
}

func (b *barrier) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	phase := b.phase
	b.count++
	if b.count == b.n {
		b.count = 0
		b.phase++
		b.cond.Broadcast()
		return
	}
	for phase == b.phase {
		b.cond.Wait()
	}
}

func main() {
	b := newBarrier(2)
	var a [2]int
	sums := make(chan int)
	for i := range a {
		go func() {
			a[i] = i + 1
			b.wait()
			s := a[0] + a[1]
			b.wait()
			a[i] = 0
			sums <- s
		}()
	}
	fmt.Println(<-sums, <-sums)
}

// Outcomes:
//	exit 0 "3 3\n"
