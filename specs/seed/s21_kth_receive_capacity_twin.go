// Section 2.1, racy twin: with C = 2 both sends complete, and both goroutines are inside.
package main

import "fmt"

//chancheck:want race
func main() {
	lock := make(chan struct{}, 2)
	done := make(chan struct{})
	x := 0
	go func() {
		lock <- struct{}{}
		x++
		<-lock
		close(done)
	}()
	lock <- struct{}{}
	x++
	<-lock
	<-done
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "1\n"
//	exit 0 "2\n"
