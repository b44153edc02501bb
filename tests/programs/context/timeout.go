// A timeout against the work: either may come first.
package main

import (
	"context"
	"errors"
	"fmt"
	"time"
)

func work(ctx context.Context, in <-chan int) (int, error) {
	select {
	case v := <-in:
		return v, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	}
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	in := make(chan int, 1)
	go func() { in <- 7 }()
	v, err := work(ctx, in)
	fmt.Println(v, err, errors.Is(err, context.DeadlineExceeded))
}

// Outcomes:
//	exit 0 "0 context deadline exceeded true\n"
//	exit 0 "7 <nil> false\n"
