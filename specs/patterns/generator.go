// Generator: a goroutine behind a function; stop ends it.
package main

import "fmt"

func fibonacci() (next func() int, stop func()) {
	values, done := make(chan int), make(chan struct{})
	go func() {
		a, b := 0, 1
		for {
			select {
			case values <- a:
				a, b = b, (a+b)%100
			case <-done:
				return
			}
		}
	}()
	return func() int { return <-values }, func() { close(done) }
}

func main() {
	next, stop := fibonacci()
	defer stop()
	for range 6 {
		fmt.Print(next(), " ")
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "0 1 1 2 3 5 \n"
