// Three ready cases, taken one after the other: all six orders.
package main

import "fmt"

func main() {
	a, b, c := make(chan int, 1), make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 1
	c <- 1
	for range 3 {
		select {
		case <-a:
			fmt.Print("a")
		case <-b:
			fmt.Print("b")
		case <-c:
			fmt.Print("c")
		}
	}
}

// Outcomes:
//	exit 0 "abc"
//	exit 0 "acb"
//	exit 0 "bac"
//	exit 0 "bca"
//	exit 0 "cab"
//	exit 0 "cba"
