// Section 4.1: main called Goexit and others are blocked: the usual text, not the one for Goexit.
package main

import "runtime"

//chancheck:want deadlock all goroutines are asleep
func main() {
	ch := make(chan int)
	go func() { <-ch }()
	runtime.Goexit()
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
