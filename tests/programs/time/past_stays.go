// What was past at one look at the clock is past at the next.

package main

import (
	"fmt"
	"time"
)

func main() {
	deadline := time.Now().Add(time.Second)
	n := 0
	for time.Now().Before(deadline) {
		time.Sleep(100 * time.Millisecond)
		n = 1
	}
	if time.Now().Before(deadline) {
		panic("too early")
	}
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "1\n"
