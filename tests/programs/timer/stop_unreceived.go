// Since Go 1.23 Stop reports true as long as the value has not been received, and nothing stale is left.

//go:build go1.23

package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTimer(time.Millisecond)
	time.Sleep(2 * time.Millisecond)
	fmt.Println(t.Stop(), len(t.C), cap(t.C))
	select {
	case <-t.C:
		fmt.Println("stale")
	default:
		fmt.Println("nothing")
	}
	fmt.Println(t.Stop())
}

// Outcomes:
//	exit 0 "true 0 0\nnothing\nfalse\n"
