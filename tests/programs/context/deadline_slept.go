// What has been slept since a context was made is not left until its deadline.

package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	time.Sleep(5 * time.Millisecond)
	deadline, _ := ctx.Deadline()
	if left := time.Until(deadline); left > 5*time.Millisecond {
		panic("left too much")
	} else {
		fmt.Println("some left:", left > 0)
	}
	time.Sleep(10 * time.Millisecond)
	if time.Until(deadline) > 0 {
		panic("left after all")
	}
	get := ctx.Deadline
	if d, ok := get(); !ok || !d.Equal(deadline) || d.Before(start) {
		panic("another deadline")
	}
	if d, ok := context.WithoutCancel(ctx).Deadline(); ok || !d.IsZero() {
		panic("without")
	}
}

// Outcomes:
//	exit 0 "some left: false\n"
//	exit 0 "some left: true\n"
