// Section 2.1: close happens before a receive that returns because of it.
package main

import "fmt"

func main() {
	ch := make(chan struct{})
	x := 0
	go func() {
		x = 42    //chancheck:event write
		close(ch) //chancheck:event shut
	}()
	<-ch
	fmt.Println(x) //chancheck:event read
}

//chancheck:order write < read
//chancheck:order shut < read

// Outcomes:
//	exit 0 "42\n"
