// A receive from an unbuffered channel happens before the completion of its send.
package main

var x int

func main() {
	c := make(chan int)
	go func() {
		x = 1
		<-c
	}()
	c <- 0
	println(x)
}
