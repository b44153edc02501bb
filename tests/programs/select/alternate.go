// Send and receive on one buffered channel in one select: only one is ever ready.
package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	for i := range 6 {
		select {
		case v := <-ch:
			fmt.Print(v, " ")
		case ch <- i:
		}
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "0 2 4 \n"
