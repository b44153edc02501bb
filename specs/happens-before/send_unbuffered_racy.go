// What comes behind the send does not happen before the receive.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	c := make(chan int)
	go func() {
		c <- 0
		x = 1
	}()
	<-c
	println(x)
	time.Sleep(20 * time.Millisecond)
}
