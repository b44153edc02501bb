// Section 2.2: closed = 1 -> panic "close of closed channel".
package main

//chancheck:want panic close of closed channel
func main() {
	ch := make(chan int)
	done := make(chan bool)
	go func() {
		close(ch)
		done <- true
	}()
	close(ch)
	<-done
}

// Outcomes:
//	exit 2 "" close of closed channel
