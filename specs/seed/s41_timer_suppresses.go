// Section 4.1: a pending timer suppresses checkdead: main sleeps on a channel, and only the timer's
// function will wake it.
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	time.AfterFunc(time.Millisecond, func() { ch <- 1 })
	fmt.Println(<-ch)
}

// Outcomes:
//	exit 0 "1\n"
