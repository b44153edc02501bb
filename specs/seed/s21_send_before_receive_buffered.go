// Section 2.1: a send happens before its receive returns, for any capacity.
package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	var x, y int
	go func() {
		x = 1
		ch <- 1
		y = 2
		ch <- 2
	}()
	<-ch
	fmt.Println(x)
	<-ch
	fmt.Println(y)
}

// Outcomes:
//	exit 0 "1\n2\n"
