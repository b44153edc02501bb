// The default tells that the buffer is full, and orders nothing.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	c := make(chan int, 1)
	go func() {
		x = 1
		c <- 0
	}()
	time.Sleep(20 * time.Millisecond)
	select {
	case c <- 0:
		<-c
	default:
		x = 2
	}
}
