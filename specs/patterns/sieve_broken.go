// Prime sieve, broken: the classic one, whose filters never end; main has its primes and leaves them behind.
package main

import "fmt"

func generate(out chan<- int) {
	for i := 2; i <= 7; i++ {
		out <- i
	}
}

func filter(in <-chan int, out chan<- int, prime int) {
	for {
		if v := <-in; v%prime != 0 {
			out <- v
		}
	}
}

//chancheck:want leak
func main() {
	ch := make(chan int)
	go generate(ch)
	for range 4 {
		prime := <-ch
		fmt.Print(prime, " ")
		next := make(chan int)
		go filter(ch, next, prime)
		ch = next
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "2 3 5 7 \n"
