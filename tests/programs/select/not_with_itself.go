// A select does not meet itself: both cases of one goroutine on one unbuffered channel.
package main

//chancheck:want deadlock all goroutines are asleep
func main() {
	ch := make(chan int)
	select {
	case ch <- 1:
	case <-ch:
	}
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
