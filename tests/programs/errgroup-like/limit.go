// A group with a limit of one: its jobs come one after the other, in an open order.
package main

import (
	"fmt"
	"sync"
)

type Group struct {
	wg  sync.WaitGroup
	sem chan struct{}
}

func (g *Group) Go(f func()) {
	g.wg.Add(1)
	g.sem <- struct{}{}
	go func() {
		defer func() {
			<-g.sem
			g.wg.Done()
		}()
		f()
	}()
}

func main() {
	g := Group{sem: make(chan struct{}, 1)}
	n := 1
	g.Go(func() { n += 2 })
	g.Go(func() { n *= 10 })
	g.wg.Wait()
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "30\n"
