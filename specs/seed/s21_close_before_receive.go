// Section 2.1: close happens before a receive that returns because of it.
package main

import "fmt"

func main() {
	ch := make(chan struct{})
	x := 0
	go func() {
		x = 42
		close(ch)
	}()
	<-ch
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "42\n"
