// The k-th tick that is received is no earlier than k periods after the start, and before whoever looks at the clock then.

package main

import (
	"fmt"
	"time"
)

func main() {
	const d = 10 * time.Millisecond
	start := time.Now()
	t := time.NewTicker(d)
	for i := 1; i <= 3; i++ {
		now := <-t.C
		if time.Since(start) < time.Duration(i)*d {
			panic("early")
		}
		if now.Sub(start) < time.Duration(i)*d {
			panic("tick early")
		}
		if time.Now().Before(now) {
			panic("tick late")
		}
	}
	fmt.Println("ok")
}

// Outcomes:
//	exit 0 "ok\n"
