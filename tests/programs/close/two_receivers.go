// One value, two receivers, then close: one gets the value, the other a zero.
package main

import "fmt"

func main() {
	ch := make(chan int)
	out := make(chan int, 2)
	for range 2 {
		go func() { out <- <-ch }()
	}
	ch <- 5
	close(ch)
	a, b := <-out, <-out
	fmt.Println(a, b)
}

// Outcomes:
//	exit 0 "0 5\n"
//	exit 0 "5 0\n"
