// Each look at the clock knows of the sleeps since the last one.

package main

import (
	"fmt"
	"time"
)

func main() {
	const d = 10 * time.Millisecond
	start := time.Now()
	for i := 1; i <= 3; i++ {
		time.Sleep(d)
		if time.Since(start) < time.Duration(i)*d {
			panic("early")
		}
	}
	fmt.Println("ok")
}

// Outcomes:
//	exit 0 "ok\n"
