// Two send, one is received: the other waits for ever.
package main

import "fmt"

//chancheck:want leak
func main() {
	ch := make(chan int)
	for i := range 2 {
		go func() { ch <- i }()
	}
	fmt.Println(<-ch)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "1\n"
