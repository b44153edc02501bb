// Two consumers share what comes: each value goes to one of them.
package main

import "fmt"

func main() {
	ch := make(chan int)
	sums := make(chan int)
	for range 2 {
		go func() {
			s := 0
			for v := range ch {
				s += v
			}
			sums <- s
		}()
	}
	ch <- 1
	ch <- 2
	close(ch)
	a, b := <-sums, <-sums
	fmt.Println(a*b, a+b)
}

// Outcomes:
//	exit 0 "0 3\n"
//	exit 0 "2 3\n"
