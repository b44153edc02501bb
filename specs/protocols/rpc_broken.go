// The server executes each request that reaches it.
//
//chancheck:want property executed <= 1
//chancheck:want property protocol call
package main

import "math/rand"

var executed int

//chancheck:invariant executed <= 1
//chancheck:protocol call = request (execute request?)? request?

type reply struct{}

func server(requests <-chan int, replies chan<- reply, done chan<- bool) {
	for id := range requests {
		if id > 0 {
			executed++ //chancheck:event execute
		}
		if rand.Intn(2) == 0 { // the reply is lost
			replies <- reply{}
		}
	}
	close(done)
}

func main() {
	requests, replies, done := make(chan int), make(chan reply, 2), make(chan bool)
	go server(requests, replies, done)
	for range 2 {
		requests <- 7 //chancheck:event request
		select {
		case <-replies:
		default: // timeout: try again
		}
	}
	close(requests)
	<-done
}
