// A channel that comes through a channel is a channel.
package main

var x int

func main() {
	requests := make(chan chan int)
	go func() {
		reply := <-requests
		x = 1
		reply <- 0
	}()
	reply := make(chan int)
	requests <- reply
	<-reply
	println(x)
}
