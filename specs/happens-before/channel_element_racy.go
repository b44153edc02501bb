// What a pointer leads to is not.
//
//chancheck:want race
package main

type message struct{ n int }

func main() {
	c := make(chan *message, 1)
	m := &message{1}
	c <- m
	done := make(chan bool)
	go func() {
		received := <-c
		println(received.n)
		close(done)
	}()
	m.n = 2
	<-done
}
