// TryLock fails while the other holds the lock.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.Mutex
	done := make(chan bool)
	go func() {
		mu.Lock()
		mu.Unlock()
		done <- true
	}()
	if mu.TryLock() {
		fmt.Println("got it")
		mu.Unlock()
	} else {
		fmt.Println("taken")
	}
	<-done
	fmt.Println(mu.TryLock(), mu.TryLock())
}

// Outcomes:
//	exit 0 "got it\ntrue false\n"
//	exit 0 "taken\ntrue false\n"
