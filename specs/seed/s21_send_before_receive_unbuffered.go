// Section 2.1: a send happens before its receive returns, on an unbuffered channel.
package main

import "fmt"

func main() {
	ch := make(chan int)
	x := 0
	go func() {
		x = 42 //chancheck:event write
		ch <- 1
	}()
	<-ch
	fmt.Println(x) //chancheck:event read
}

//chancheck:order write < read

// Outcomes:
//	exit 0 "42\n"
