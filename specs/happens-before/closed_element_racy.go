// It orders nothing of what lies between its send and the close.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	c := make(chan int, 1)
	go func() {
		c <- 0
		x = 1
		close(c)
	}()
	_, ok := <-c
	println(x, ok)
	time.Sleep(20 * time.Millisecond)
}
