// Section 4.1: part of the program stuck and main alive: checkdead looks only when all threads are idle.
package main

import "fmt"

//chancheck:want leak
func main() {
	a, b := make(chan int), make(chan int)
	go func() {
		<-a
		b <- 1
	}()
	go func() {
		<-b
		a <- 1
	}()
	fmt.Println("main goes on")
}

// Outcomes:
//	exit 0 "main goes on\n"
