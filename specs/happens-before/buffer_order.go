// Receivers that hand on to each other are ordered.
package main

var x int

func main() {
	c, d := make(chan int, 2), make(chan int)
	c <- 1
	c <- 2
	go func() {
		x = 1
		<-c
		d <- 0
	}()
	<-d
	if <-c == 2 {
		x = 2
	}
}
