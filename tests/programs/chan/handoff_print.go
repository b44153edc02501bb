// After an unbuffered hand-over both sides go on, in either order; main may end first.
package main

import "fmt"

func main() {
	ch := make(chan int)
	go func() {
		fmt.Print("a")
		ch <- 1
		fmt.Print("b")
	}()
	<-ch
	fmt.Print("c")
}

// Outcomes:
//	exit 0 "abc"
//	exit 0 "ac"
//	exit 0 "acb"
