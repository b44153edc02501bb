// Timeout: the late answer finds room in its buffer.
package main

import (
	"fmt"
	"time"
)

func call() (int, bool) {
	ch := make(chan int, 1)
	go func() { ch <- 1 }()
	select {
	case v := <-ch:
		return v, true
	case <-time.After(time.Second):
		return 0, false
	}
}

func main() {
	fmt.Println(call())
}

// Outcomes:
//	exit 0 "0 false\n"
//	exit 0 "1 true\n"
