// A goroutine on a nil channel can never be woken, even if the variable gets a channel later.
package main

import "fmt"

type server struct{ quit chan bool }

//chancheck:want leak
func main() {
	var s server
	started := make(chan bool)
	go func(quit chan bool) {
		close(started)
		<-quit
	}(s.quit)
	<-started
	s.quit = make(chan bool, 1)
	s.quit <- true
	fmt.Println("stopped?")
}

// Outcomes:
//	exit 0 "stopped?\n"
