// An order is about happens-before, not about which comes first in a schedule: the read of the flag may come after the write in
// every run that gets that far, but a failed TryLock orders nothing.
//
//chancheck:want order take < refused
package main

import "sync"

//chancheck:order take < refused

func main() {
	var mu sync.Mutex
	taken := make(chan bool, 1)
	go func() {
		mu.Lock() //chancheck:event take
		taken <- true
	}()
	if !mu.TryLock() {
		println("refused") //chancheck:event refused
	} else {
		mu.Unlock()
	}
	<-taken
}
