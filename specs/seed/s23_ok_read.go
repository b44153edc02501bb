// Section 2.3: the two-valued read tells a sent zero from the zero of a closed channel.
package main

import "fmt"

func main() {
	ch := make(chan int)
	go func() {
		ch <- 0
		close(ch)
	}()
	v, ok := <-ch
	fmt.Println(v, ok)
	v, ok = <-ch
	fmt.Println(v, ok)
}

// Outcomes:
//	exit 0 "0 true\n0 false\n"
