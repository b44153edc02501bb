// A send case on a closed channel is ready, and panics if it is chosen.
package main

import "fmt"

//chancheck:want panic send on closed channel
func main() {
	a := make(chan int, 1)
	b := make(chan int, 1)
	b <- 5
	close(a)
	select {
	case a <- 1:
		fmt.Println("never")
	case v := <-b:
		fmt.Println("b", v)
	}
}

// Outcomes:
//	exit 0 "b 5\n"
//	exit 2 "" send on closed channel
