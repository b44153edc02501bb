// Generator, broken: nobody can stop it.
package main

import "fmt"

func fibonacci() <-chan int {
	values := make(chan int)
	go func() {
		a, b := 0, 1
		for {
			values <- a
			a, b = b, (a+b)%100
		}
	}()
	return values
}

//chancheck:want leak
func main() {
	values := fibonacci()
	for range 6 {
		fmt.Print(<-values, " ")
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "0 1 1 2 3 5 \n"
