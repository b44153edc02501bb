// Three ticks, then Stop.

//go:build go1.23

package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(time.Millisecond)
	defer t.Stop()
	for i := range 3 {
		<-t.C
		fmt.Print("tick", i, " ")
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "tick0 tick1 tick2 \n"
