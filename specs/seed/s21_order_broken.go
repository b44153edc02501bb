// Section 2.1: an asserted order that nothing keeps: what follows the send does not happen before what
// follows the receive, although both events always occur.
package main

import "sync/atomic"

//chancheck:want order after < read
func main() {
	ch := make(chan int, 1)
	var x, y atomic.Int32
	done := make(chan bool)
	go func() {
		ch <- 1
		x.Store(1) //chancheck:event after
		done <- true
	}()
	<-ch
	y.Store(1) //chancheck:event read
	<-done
}

//chancheck:order after < read

// Outcomes:
//	exit 0 ""
