// Nil channels never get ready; default is taken.
package main

import "fmt"

func main() {
	var a chan int
	for range 2 {
		select {
		case <-a:
			fmt.Println("never")
		case a <- 1:
			fmt.Println("never")
		default:
			fmt.Print("default ")
			a = nil
		}
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "default default \n"
