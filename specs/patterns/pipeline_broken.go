// Pipeline, broken: a stage forgets to close its output; the range after it never ends.
package main

import "fmt"

func generate(n int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for i := 1; i <= n; i++ {
			out <- i
		}
	}()
	return out
}

func square(in <-chan int) <-chan int {
	out := make(chan int)
	go func() {
		for v := range in {
			out <- v * v
		}
	}()
	return out
}

//chancheck:want deadlock all goroutines are asleep
func main() {
	sum := 0
	for v := range square(generate(3)) {
		sum += v
	}
	fmt.Println(sum)
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
