// A case that is ready again and again is taken at last; what is taken at random need not be.
//
//chancheck:want property <>dice
package main

import "math/rand"

//chancheck:ltl <>second
//chancheck:ltl <>dice

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	a <- 1
	b <- 1
	for {
		select {
		case <-a:
			a <- 1
		case <-b: //chancheck:event second
			b <- 1
		}
		if rand.Intn(2) == 0 {
			roll() //chancheck:event dice
		}
	}
}

func roll() {}

// Harness: no-go it runs for ever
