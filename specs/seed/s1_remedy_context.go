// Section 1, remedy: a context ends the reader's life; the channel need never be closed.
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	ch := make(chan int)
	done := make(chan error)
	go func() {
		for {
			select {
			case <-ch:
			case <-ctx.Done():
				done <- ctx.Err()
				return
			}
		}
	}()
	ch <- 1
	cancel()
	fmt.Println(<-done)
}

// Outcomes:
//	exit 0 "context canceled\n"
