// Pipeline that is left early, broken: the second stage knows of done, the first does not.
package main

import "fmt"

func generate() <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= 4; i++ {
			out <- i
		}
	}()
	return out
}

func double(done <-chan struct{}, in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for v := range in {
			select {
			case out <- 2 * v:
			case <-done:
				return
			}
		}
	}()
	return out
}

//chancheck:want leak
func main() {
	done := make(chan struct{})
	defer close(done)
	out := double(done, generate())
	fmt.Println(<-out, <-out)
}

// Outcomes:
//	exit 0 "2 4\n"
