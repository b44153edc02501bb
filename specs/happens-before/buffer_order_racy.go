// Two receives are not ordered with each other, though the second element tells that the first is taken.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	c := make(chan int, 2)
	c <- 1
	c <- 2
	go func() {
		x = 1
		<-c
	}()
	time.Sleep(20 * time.Millisecond)
	if <-c == 2 {
		x = 2
	}
}
