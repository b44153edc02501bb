// Both want to send first.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		a <- 1
		fmt.Println(<-b)
	}()
	b <- 2
	fmt.Println(<-a)
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
