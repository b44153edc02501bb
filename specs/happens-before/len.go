// A receive orders.
package main

var x int

func main() {
	c := make(chan int, 1)
	go func() {
		x = 1
		c <- 0
	}()
	<-c
	if len(c) == 0 {
		x = 2
	}
}
