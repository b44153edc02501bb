// A receiver that goes on after its receive hands on what it has learnt.
package main

var x int

func main() {
	c, d := make(chan int, 1), make(chan int)
	go func() {
		x = 1
		c <- 1
	}()
	go func() {
		<-c
		d <- 0
	}()
	<-d
	c <- 2
	println(x)
}
