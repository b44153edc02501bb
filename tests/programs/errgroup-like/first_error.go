// A group that keeps the first error.
package main

import (
	"errors"
	"fmt"
	"sync"
)

type Group struct {
	wg   sync.WaitGroup
	once sync.Once
	err  error
}

func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() { g.err = err })
		}
	}()
}

func (g *Group) Wait() error {
	g.wg.Wait()
	return g.err
}

func main() {
	var g Group
	g.Go(func() error { return errors.New("first") })
	g.Go(func() error { return nil })
	g.Go(func() error { return errors.New("second") })
	fmt.Println(g.Wait())
}

// Outcomes:
//	exit 0 "first\n"
//	exit 0 "second\n"
