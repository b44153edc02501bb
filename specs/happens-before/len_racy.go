// len tells that something was sent, and orders nothing.
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
	if len(c) == 1 {
		x = 2
	}
}
