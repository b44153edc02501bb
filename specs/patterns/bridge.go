// Bridge: a channel of channels read as one.
package main

import "fmt"

func bridge(in <-chan <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for ch := range in {
			for v := range ch {
				out <- v
			}
		}
	}()
	return out
}

func main() {
	in := make(chan (<-chan int))
	go func() {
		defer close(in)
		for i := range 2 {
			ch := make(chan int, 1)
			ch <- i
			close(ch)
			in <- ch
		}
	}()
	for v := range bridge(in) {
		fmt.Println(v)
	}
}

// Outcomes:
//	exit 0 "0\n1\n"
