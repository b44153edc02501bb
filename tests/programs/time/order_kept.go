package main

import (
	"fmt"
	"time"
)

// Of two readings the later is never the earlier, also once one of them or both have been compared with the clock.
func main() {
	first := time.Now()
	second := time.Now()
	if time.Since(second) < 0 || second.Before(first) {
		panic("second before first")
	}
	third := time.Now()
	if time.Since(second) < 0 || time.Since(first) < 0 || second.Before(first) || second.Sub(first) < 0 {
		panic("second before first, later")
	}
	if third.Before(second) && third.Sub(first) < 0 {
		panic("third before first")
	}
	last := time.Now()
	for range 6 {
		now := time.Now()
		if time.Since(last) < 0 || now.Before(last) {
			panic("the clock went back")
		}
		last = now
	}
	fmt.Println("done")
}

// Outcomes:
//	exit 0 "done\n"
