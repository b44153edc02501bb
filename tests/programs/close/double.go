// Two goroutines close: one of them panics, if it gets to it before main ends.
package main

import "fmt"

//chancheck:want panic close of closed channel
func main() {
	ch := make(chan int)
	for range 2 {
		go func() { close(ch) }()
	}
	<-ch
	fmt.Println("closed")
}

// Outcomes:
//	exit 0 "closed\n"
//	exit 2 "" close of closed channel
//	exit 2 "closed\n" close of closed channel
