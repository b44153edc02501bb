// Reset makes a timer fire again; it reports if it was active.

//go:build go1.23

package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Millisecond)
	<-t.C
	fmt.Println(t.Reset(time.Millisecond))
	<-t.C
	fmt.Println(t.Stop(), t.Reset(time.Millisecond))
	<-t.C
	fmt.Println("three times")
}

// Outcomes:
//	exit 0 "false\nfalse false\nthree times\n"
