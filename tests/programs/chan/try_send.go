// A send that gives up: the receiver may not be there yet. Then the receiver leaks.
package main

import "fmt"

//chancheck:want leak
func main() {
	ch := make(chan int)
	go func() { <-ch }()
	select {
	case ch <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("nobody there")
	}
}

// Outcomes:
//	exit 0 "nobody there\n"
//	exit 0 "sent\n"
