// Channels against their direction, and duplicate cases.
package main

func main() {
	out := make(chan<- int)
	in := make(<-chan int)
	<-out     // ERROR "cannot receive from send-only channel .*out"
	in <- 1   // ERROR "cannot send to receive-only channel .*in"
	close(in) // ERROR "cannot close receive-only channel .*in"
	close(1)  // ERROR "cannot close non-channel 1"
	for range out { // ERROR "cannot range over out .*receive from send-only channel"
	}
	switch 1 + len("a") {
	case 1:
	case 1: // ERROR "duplicate case 1 .*in expression switch"
	}
}
