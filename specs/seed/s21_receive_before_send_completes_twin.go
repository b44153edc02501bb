// Section 2.1, racy twin: with a buffer the send completes without the receive.
package main

import "fmt"

//chancheck:want race
func main() {
	ch := make(chan int, 1)
	x := 0
	go func() {
		x = 42
		<-ch
	}()
	ch <- 1
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "42\n"
