// A deadline asked for before it has passed is not after the moment in which its context is done.

package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	deadline, _ := ctx.Deadline()
	if time.Until(deadline) > 10*time.Millisecond {
		panic("too far")
	}
	<-ctx.Done()
	if time.Now().Before(deadline) {
		panic("now before deadline")
	}
	if time.Until(deadline) > 0 {
		panic("until")
	}
	if d, _ := ctx.Deadline(); !d.Equal(deadline) {
		panic("deadline moved")
	}
	fmt.Println("ok")
}

// Outcomes:
//	exit 0 "ok\n"
