// Values of one sender arrive in order, whatever the capacity.
package main

import "fmt"

func run(n int) {
	ch := make(chan int, n)
	go func() {
		for i := range 4 {
			ch <- i
		}
		close(ch)
	}()
	for v := range ch {
		fmt.Print(v)
	}
	fmt.Println()
}

func main() {
	run(0)
	run(1)
	run(4)
}

// Outcomes:
//	exit 0 "0123\n0123\n0123\n"
