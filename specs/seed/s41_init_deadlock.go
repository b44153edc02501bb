// Section 4.1: a deadlock during package initialisation is flagged likewise.
package main

import "fmt"

var first = <-make(chan int)

//chancheck:want deadlock all goroutines are asleep
func main() {
	fmt.Println(first)
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
