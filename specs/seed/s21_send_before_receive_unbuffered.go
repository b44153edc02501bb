// Section 2.1: a send happens before its receive returns, on an unbuffered channel.
package main

import "fmt"

func main() {
	ch := make(chan int)
	x := 0
	go func() {
		x = 42
		ch <- 1
	}()
	<-ch
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "42\n"
