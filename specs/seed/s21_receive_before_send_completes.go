// Section 2.1, a rule the article lacks: a receive from an unbuffered channel happens before the
// completion of its send.
package main

import "fmt"

func main() {
	ch := make(chan int)
	x := 0
	go func() {
		x = 42 //chancheck:event write
		<-ch
	}()
	ch <- 1
	fmt.Println(x) //chancheck:event read
}

//chancheck:order write < read

// Outcomes:
//	exit 0 "42\n"
