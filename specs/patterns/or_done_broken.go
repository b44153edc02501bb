// Or-done, broken: the inner send does not look at done.
package main

import "fmt"

func orDone(done <-chan struct{}, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for {
			select {
			case <-done:
				return
			case v, ok := <-in:
				if !ok {
					return
				}
				out <- v
			}
		}
	}()
	return out
}

//chancheck:want leak
func main() {
	done := make(chan struct{})
	in := make(chan int, 3)
	in <- 1
	in <- 2
	in <- 3
	for v := range orDone(done, in) {
		if v == 2 {
			close(done)
			break
		}
	}
	fmt.Println("left")
}

// Outcomes:
//	exit 0 "left\n"
