// Section 2.3, racy twin: a select that takes its default has received nothing and acquired nothing.
package main

import "fmt"

//chancheck:want race
func main() {
	ch := make(chan int)
	a := 0
	go func() {
		a = 1
		close(ch)
	}()
	select {
	case <-ch:
	default:
	}
	fmt.Println(a)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "1\n"
