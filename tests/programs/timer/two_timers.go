// Two timers fire in any order, whatever their durations.

//go:build go1.23

package main

import (
	"fmt"
	"time"
)

func main() {
	a := time.NewTimer(time.Millisecond)
	b := time.After(20 * time.Millisecond)
	for range 2 {
		select {
		case <-a.C:
			fmt.Print("a")
		case <-b:
			fmt.Print("b")
		}
	}
}

// Outcomes:
//	exit 0 "ab"
//	exit 0 "ba"
