// Tee: every value goes to both outputs, in whichever order they are ready.
package main

import "fmt"

func tee(in <-chan int) (<-chan int, <-chan int) {
	a, b := make(chan int), make(chan int)
	go func() {
		defer close(a)
		defer close(b)
		for v := range in {
			a, b := a, b
			for range 2 {
				select {
				case a <- v:
					a = nil
				case b <- v:
					b = nil
				}
			}
		}
	}()
	return a, b
}

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
//	exit 0 "1 1\n2 2\n"
