// Cancel wakes who waits for Done; what was written before is seen after.
package main

import (
	"context"
	"fmt"
)

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	reason := ""
	out := make(chan string)
	go func() {
		<-ctx.Done()
		out <- fmt.Sprint(ctx.Err(), ": ", reason)
	}()
	reason = "enough"
	cancel()
	cancel()
	fmt.Println(<-out)
}

// Outcomes:
//	exit 0 "context canceled: enough\n"
