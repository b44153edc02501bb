// A buffered send against close and a receive.
package main

import "fmt"

//chancheck:want panic send on closed channel
func main() {
	ch := make(chan int, 1)
	go func() { ch <- 1 }()
	close(ch)
	v, ok := <-ch
	fmt.Println(v, ok)
}

// Outcomes:
//	exit 0 "0 false\n"
//	exit 0 "1 true\n"
//	exit 2 "" send on closed channel
//	exit 2 "0 false\n" send on closed channel
