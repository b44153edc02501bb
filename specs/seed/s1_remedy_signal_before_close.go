// Section 1, remedy: the receiver says that it has finished before the channel is closed.
package main

func main() {
	ch := make(chan int)
	finished := make(chan struct{})
	go func() {
		<-ch
		<-ch
		finished <- struct{}{}
	}()
	ch <- 1
	ch <- 2
	<-finished
	close(ch)
}

// Outcomes:
//	exit 0 ""
