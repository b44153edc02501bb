// With a virtual clock a timeout that is longer than the work never strikes.
// Harness: virtual

package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 200*time.Millisecond)
	defer cancel()
	result := make(chan string)
	go func() {
		time.Sleep(time.Millisecond)
		select {
		case result <- "ready":
		case <-ctx.Done():
		}
	}()
	select {
	case r := <-result:
		fmt.Println(r)
	case <-ctx.Done():
		fmt.Println(ctx.Err())
	}
	select {
	case <-ctx.Done():
		fmt.Println(ctx.Err())
	case <-time.After(time.Second):
		fmt.Println("late")
	}
}

// Outcomes:
//	exit 0 "ready\ncontext deadline exceeded\n"
