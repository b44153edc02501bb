// Without the lock two goroutines may both find the channel open.
//
//chancheck:want property protocol once
//chancheck:want panic close of closed channel
package main

var done = make(chan struct{})

//chancheck:protocol once = (test close)?
//chancheck:ltl <>{closed(done)}

func stop() {
	select {
	case <-done:
	default: //chancheck:event test
		close(done) //chancheck:event close
	}
}

func main() {
	go stop()
	go stop()
	<-done
}
