// Errgroup: the first error is kept, all goroutines are waited for, the others are told to stop.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type group struct {
	wg     sync.WaitGroup
	once   sync.Once
	err    error
	cancel func()
}

func (g *group) run(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.once.Do(func() {
				g.err = err
				g.cancel()
			})
		}
	}()
}

func (g *group) wait() error {
	g.wg.Wait()
	g.cancel()
	return g.err
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	g := &group{cancel: cancel}
	ch := make(chan int)
	g.run(func() error {
		select {
		case ch <- 1:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	g.run(func() error { return errors.New("failed") })
	fmt.Println(g.wait())
}

// Outcomes:
//	exit 0 "failed\n"
