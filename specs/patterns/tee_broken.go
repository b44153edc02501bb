// Tee, broken: the outputs are served in a fixed order, and the reader asks in the other.
package main

import "fmt"

func tee(in <-chan int) (<-chan int, <-chan int) {
	a, b := make(chan int), make(chan int)
	go func() {
		defer close(a)
		defer close(b)
		for v := range in {
			a <- v
			b <- v
		}
	}()
	return a, b
}

//chancheck:want deadlock all goroutines are asleep
func main() {
	in := make(chan int)
	go func() {
		defer close(in)
		in <- 1
		in <- 2
	}()
	a, b := tee(in)
	for v := range b {
		fmt.Println(v, <-a)
	}
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
