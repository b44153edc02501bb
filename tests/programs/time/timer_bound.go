// As much has passed when a timer fires as it was started for, whoever looks at the clock.

package main

import (
	"context"
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	<-time.After(50 * time.Millisecond)
	if time.Since(start) < 50 * time.Millisecond {
		panic("early")
	}
	again := time.Now()
	ctx, cancel := context.WithTimeout(context.Background(), 60 * time.Millisecond)
	defer cancel()
	<-ctx.Done()
	if d, _ := ctx.Deadline(); time.Now().Before(d) {
		panic("before its deadline")
	}
	if time.Since(again) < 60 * time.Millisecond {
		panic("before its time")
	}
	last := time.Now()
	fired := make(chan bool)
	time.AfterFunc(70 * time.Millisecond, func() { close(fired) })
	<-fired
	if time.Since(last) < 70 * time.Millisecond {
		panic("called early")
	}
	fmt.Println("on time")
}

// Outcomes:
//	exit 0 "on time\n"
