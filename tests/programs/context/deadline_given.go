// No context is done before the deadline that it was given.

package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	deadline := time.Now().Add(10 * time.Millisecond)
	ctx, cancel := context.WithDeadline(context.Background(), deadline)
	defer cancel()
	<-ctx.Done()
	if time.Now().Before(deadline) {
		panic("now before deadline")
	}
	if time.Until(deadline) > 0 {
		panic("until")
	}
	fmt.Println("ok")
}

// Outcomes:
//	exit 0 "ok\n"
