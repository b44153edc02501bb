// Section 2.1, a rule the article lacks: a receive from an unbuffered channel happens before the
// completion of its send.
package main

import "fmt"

func main() {
	ch := make(chan int)
	x := 0
	go func() {
		x = 42
		<-ch
	}()
	ch <- 1
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "42\n"
