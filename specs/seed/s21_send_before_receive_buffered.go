// Section 2.1: a send happens before its receive returns, for any capacity.
package main

import "fmt"

func main() {
	ch := make(chan int, 2)
	var x, y int
	go func() {
		x = 1 //chancheck:event writeX
		ch <- 1
		y = 2 //chancheck:event writeY
		ch <- 2
	}()
	<-ch
	fmt.Println(x) //chancheck:event readX
	<-ch
	fmt.Println(y) //chancheck:event readY
}

//chancheck:order writeX < readX
//chancheck:order writeY < readY

// Outcomes:
//	exit 0 "1\n2\n"
