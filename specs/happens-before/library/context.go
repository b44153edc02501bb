// Workers under a context with a deadline, a cause and a value: nothing here races.
//
// Harness: no-go the deadline is a second
package main

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

type result struct{ n int }

func worker(ctx context.Context, in <-chan int, out chan<- *result) error {
	for {
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case v, ok := <-in:
			if !ok {
				return nil
			}
			select {
			case out <- &result{v * 2}:
			case <-ctx.Done():
				return ctx.Err()
			}
		}
	}
}

func main() {
	ctx, cancel := context.WithTimeoutCause(context.WithValue(context.Background(), "k", &result{1}), time.Second, errors.New("late"))
	defer cancel()
	in, out := make(chan int, 1), make(chan *result, 2)
	var wg sync.WaitGroup
	errs := make([]error, 2)
	for i := 0; i < 2; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs[i] = worker(ctx, in, out)
			_ = ctx.Value("k").(*result).n
		}()
	}
	in <- 1
	close(in)
	wg.Wait()
	close(out)
	sum := 0
	for r := range out {
		r.n++
		sum += r.n
	}
	for _, e := range errs {
		if e != nil {
			fmt.Println(e)
		}
	}
	fmt.Println(sum)
}
