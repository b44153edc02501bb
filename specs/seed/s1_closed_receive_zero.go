// Section 1: a receive on a closed channel gives the zero value and ok=false at once.
package main

import "fmt"

func main() {
	empty := make(chan int)
	close(empty)
	v, ok := <-empty
	fmt.Println(v, ok)

	filled := make(chan string, 2)
	filled <- "kept"
	close(filled)
	for range 3 {
		s, ok := <-filled
		fmt.Printf("%q %t\n", s, ok)
	}
}

// Outcomes:
//	exit 0 "0 false\n\"kept\" true\n\"\" false\n\"\" false\n"
