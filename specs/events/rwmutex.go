// Unlock of an RWMutex is an event when readers may come in, not when the call returns.
package main

import "sync"

//chancheck:protocol readers = write end read leave | read leave write end

var mu sync.RWMutex

func main() {
	done := make(chan bool)
	go func() {
		mu.RLock()   //chancheck:event read
		mu.RUnlock() //chancheck:event leave
		close(done)
	}()
	mu.Lock()   //chancheck:event write
	mu.Unlock() //chancheck:event end
	<-done
}
