// A buffer takes that away.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	c := make(chan int, 1)
	go func() {
		x = 1
		<-c
	}()
	c <- 0
	println(x)
	time.Sleep(20 * time.Millisecond)
}
