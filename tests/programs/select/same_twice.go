// One channel in two cases: either receives the value.
package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	ch <- 3
	select {
	case v := <-ch:
		fmt.Println("first", v)
	case v := <-ch:
		fmt.Println("second", v)
	}
}

// Outcomes:
//	exit 0 "first 3\n"
//	exit 0 "second 3\n"
