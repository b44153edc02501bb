// A deadline asked for by a method value.

package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	ctx, cancel := context.WithTimeout(context.WithValue(context.Background(), "k", 1), time.Millisecond)
	defer cancel()
	get := ctx.Deadline
	deadline, ok := get()
	fmt.Println(ok, deadline.IsZero())
}

// Outcomes:
//	exit 0 "true false\n"
