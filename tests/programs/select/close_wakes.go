// Close wakes a select that waits; the other channel may be served first.
package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan int, 1)
	go close(a)
	go func() { b <- 4 }()
	select {
	case v, ok := <-a:
		fmt.Println("a", v, ok)
	case v, ok := <-b:
		fmt.Println("b", v, ok)
	}
}

// Outcomes:
//	exit 0 "a 0 false\n"
//	exit 0 "b 4 true\n"
