// The first error cancels the others; they return, and Wait reports it.
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
)

type Group struct {
	cancel context.CancelCauseFunc
	wg     sync.WaitGroup
}

func WithContext(ctx context.Context) (*Group, context.Context) {
	ctx, cancel := context.WithCancelCause(ctx)
	return &Group{cancel: cancel}, ctx
}

func (g *Group) Go(f func() error) {
	g.wg.Add(1)
	go func() {
		defer g.wg.Done()
		if err := f(); err != nil {
			g.cancel(err)
		}
	}()
}

func main() {
	g, ctx := WithContext(context.Background())
	ch := make(chan int)
	g.Go(func() error {
		select {
		case v := <-ch:
			fmt.Println("received", v)
		case <-ctx.Done():
		}
		return ctx.Err()
	})
	g.Go(func() error { return errors.New("broken") })
	g.wg.Wait()
	fmt.Println(context.Cause(ctx))
}

// Outcomes:
//	exit 0 "broken\n"
