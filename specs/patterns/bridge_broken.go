// Bridge, broken: one of the channels is never closed, and the bridge stops there.
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

//chancheck:want deadlock all goroutines are asleep
func main() {
	in := make(chan (<-chan int))
	go func() {
		defer close(in)
		for i := range 2 {
			ch := make(chan int, 1)
			ch <- i
			in <- ch
		}
	}()
	for v := range bridge(in) {
		fmt.Println(v)
	}
}

// Outcomes:
//	exit 2 "0\n" all goroutines are asleep - deadlock!
