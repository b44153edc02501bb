// Close while a sender waits: the sender panics.
package main

//chancheck:want panic send on closed channel
func main() {
	ch := make(chan int)
	stop := make(chan bool)
	go func() {
		ch <- 1
		stop <- true
	}()
	close(ch)
	<-stop
}

// Outcomes:
//	exit 2 "" send on closed channel
