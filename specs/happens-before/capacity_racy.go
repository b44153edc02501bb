// With room for one more it is a send later.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	c := make(chan int, 2)
	go func() {
		x = 1
		<-c
	}()
	c <- 0
	c <- 0
	println(x)
	time.Sleep(20 * time.Millisecond)
}
