// Nobody calls cancel: the worker waits for ever.
package main

import (
	"context"
	"fmt"
)

//chancheck:want leak
func main() {
	ctx, cancel := context.WithCancel(context.Background())
	ch := make(chan int)
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case v := <-ch:
				fmt.Println(v)
			}
		}
	}()
	ch <- 1
	if ctx.Err() != nil {
		cancel()
	}
}

// Outcomes:
//	exit 0 ""
//	exit 0 "1\n"
