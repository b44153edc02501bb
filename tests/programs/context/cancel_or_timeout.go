// Cancel and timeout: whichever is first decides Err.
package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	go cancel()
	<-ctx.Done()
	fmt.Println(ctx.Err())
}

// Outcomes:
//	exit 0 "context canceled\n"
//	exit 0 "context deadline exceeded\n"
