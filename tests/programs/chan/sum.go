// Three goroutines, one sum: order does not matter.
package main

import "fmt"

func main() {
	ch := make(chan int)
	for i := 1; i <= 3; i++ {
		go func() { ch <- i * i }()
	}
	s := 0
	for range 3 {
		s += <-ch
	}
	fmt.Println(s)
}

// Outcomes:
//	exit 0 "14\n"
