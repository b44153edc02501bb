// Section 2.1, racy twin: the first receive does not order what was written before the second send.
package main

import "fmt"

//chancheck:want race
func main() {
	ch := make(chan int, 2)
	y := 0
	go func() {
		ch <- 1
		y = 2
		ch <- 2
	}()
	<-ch
	fmt.Println(y)
	<-ch
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "2\n"
