// Both cases are ready: either is taken.
package main

import "fmt"

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 2
	select {
	case v := <-a:
		fmt.Println("a", v, len(b))
	case v := <-b:
		fmt.Println("b", v, len(a))
	}
}

// Outcomes:
//	exit 0 "a 1 1\n"
//	exit 0 "b 2 1\n"
