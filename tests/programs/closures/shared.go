// A variable captured by two goroutines, handed over by a channel between them.
package main

import "fmt"

func main() {
	x := 1
	a, b := make(chan bool), make(chan bool)
	go func() {
		x += 2
		a <- true
	}()
	go func() {
		<-a
		x *= 10
		b <- true
	}()
	<-b
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "30\n"
