// Timeout, broken: after a timeout the channel is closed for tidiness; the late answer panics.
package main

import (
	"fmt"
	"time"
)

func call() (int, bool) {
	ch := make(chan int, 1)
	defer close(ch)
	go func() { ch <- 1 }()
	select {
	case v := <-ch:
		return v, true
	case <-time.After(time.Second):
		return 0, false
	}
}

//chancheck:want panic send on closed channel
func main() {
	fmt.Println(call())
}

// Outcomes:
//	exit 0 "0 false\n"
//	exit 0 "1 true\n"
//	exit 2 "" send on closed channel
//	exit 2 "0 false\n" send on closed channel
