// The deadline lies its timeout after the making, whoever waits for it.

package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	before := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	deadline, ok := ctx.Deadline()
	after := time.Now()
	if !ok || deadline.Before(before.Add(10*time.Millisecond)) || deadline.After(after.Add(10*time.Millisecond)) {
		panic("where")
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		<-ctx.Done()
		if ctx.Err() == context.DeadlineExceeded && time.Now().Before(deadline) {
			panic("early")
		}
	}()
	<-done
	fmt.Println("ok")
}

// Outcomes:
//	exit 0 "ok\n"
