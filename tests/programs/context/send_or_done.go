// A producer that stops when its context ends never leaks.
package main

import (
	"context"
	"fmt"
)

func numbers(ctx context.Context) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for i := 0; i < 3; i++ {
			select {
			case ch <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ch
}

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	for v := range numbers(ctx) {
		if v == 1 {
			break
		}
		fmt.Println(v)
	}
}

// Outcomes:
//	exit 0 "0\n"
