// Ticks are read until one is after an instant: after how many is open, but none comes before the ticker was made.
package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	deadline := start.Add(5 * time.Millisecond)
	ticker := time.NewTicker(2 * time.Millisecond)
	defer ticker.Stop()
	n := 0
	for now := range ticker.C {
		if now.Before(start) {
			panic("ticks before it starts")
		}
		if now.After(deadline) {
			break
		}
		n = 1
	}
	fmt.Println("after the deadline", n)
}

// Outcomes:
//	exit 0 "after the deadline 0\n"
//	exit 0 "after the deadline 1\n"
