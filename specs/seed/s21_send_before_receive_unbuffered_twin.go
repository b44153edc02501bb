// Section 2.1, racy twin: the write comes after the send, and nothing orders it before the read.
package main

import "fmt"

//chancheck:want race
func main() {
	ch := make(chan int)
	x := 0
	go func() {
		ch <- 1
		x = 42
	}()
	<-ch
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "42\n"
