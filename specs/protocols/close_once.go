// The seed's guard against closing twice, with a lock: who tests also closes.
package main

import "sync"

var (
	mu   sync.Mutex
	done = make(chan struct{})
)

//chancheck:protocol once = (test close)?
//chancheck:ltl <>{closed(done)}

func stop() {
	mu.Lock()
	defer mu.Unlock()
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
