// At-most-once calls over a link that loses replies: the client retries, the server knows what it has done.
package main

import "math/rand"

var executed int

//chancheck:invariant executed <= 1
//chancheck:protocol call = request (execute request?)? request?

type reply struct{}

func server(requests <-chan int, replies chan<- reply, done chan<- bool) {
	seen := map[int]bool{}
	for id := range requests {
		if !seen[id] {
			seen[id] = true
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
