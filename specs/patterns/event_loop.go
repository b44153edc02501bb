// Event loop: one goroutine owns the state, clients send it commands, stop is a command too.
package main

import "fmt"

type command struct {
	add  int
	get  chan int
	stop bool
}

func loop(in <-chan command, ended chan<- struct{}) {
	defer close(ended)
	n := 0
	for c := range in {
		switch {
		case c.stop:
			return
		case c.get != nil:
			c.get <- n
		default:
			n += c.add
		}
	}
}

func main() {
	in, ended := make(chan command), make(chan struct{})
	go loop(in, ended)
	done := make(chan bool)
	for i := range 2 {
		go func() {
			in <- command{add: i + 1}
			done <- true
		}()
	}
	<-done
	<-done
	get := make(chan int)
	in <- command{get: get}
	fmt.Println(<-get)
	in <- command{stop: true}
	<-ended
}

// Outcomes:
//	exit 0 "3\n"
