// The buffer makes room for the answer nobody takes.
package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	for i := range 2 {
		go func() { ch <- i }()
	}
	fmt.Println(<-ch)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "1\n"
