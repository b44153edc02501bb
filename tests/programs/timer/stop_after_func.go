// Stop of an AfterFunc timer: either it stops it, or the function runs, before, after or beyond main's end.

//go:build go1.23

package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.AfterFunc(time.Millisecond, func() { fmt.Print("fired ") })
	fmt.Print(t.Stop(), " ")
}

// Outcomes:
//	exit 0 "false "
//	exit 0 "false fired "
//	exit 0 "fired false "
//	exit 0 "true "
