// A receive is ordered before the send that gets its place with what came before it, not with what it has received.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	c := make(chan int, 1)
	go func() {
		x = 1
		c <- 1
	}()
	go func() {
		time.Sleep(40 * time.Millisecond)
		<-c
	}()
	time.Sleep(20 * time.Millisecond)
	if len(c) == 1 {
		c <- 2
		println(x)
	}
}
