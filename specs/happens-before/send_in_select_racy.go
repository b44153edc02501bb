// A select that takes another case has not received.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	c, stop := make(chan int, 1), make(chan int)
	go func() {
		x = 1
		c <- 0
	}()
	close(stop)
	select {
	case <-c:
	case <-stop:
		println(x)
	}
	time.Sleep(20 * time.Millisecond)
}
