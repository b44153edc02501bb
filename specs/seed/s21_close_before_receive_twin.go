// Section 2.1, racy twin: the write comes after close.
package main

import "fmt"

//chancheck:want race
func main() {
	ch := make(chan struct{})
	x := 0
	go func() {
		close(ch)
		x = 42
	}()
	<-ch
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "42\n"
