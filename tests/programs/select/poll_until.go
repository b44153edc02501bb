// Polling with default until the value is there: fair, so it ends.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	ch := make(chan int, 1)
	go func() { ch <- 8 }()
	for {
		select {
		case v := <-ch:
			fmt.Println(v)
			return
		default:
			runtime.Gosched()
		}
	}
}

// Outcomes:
//	exit 0 "8\n"
