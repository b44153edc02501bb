// TryLock of one goroutine fails in the middle of another's TryLock that fails or of its Unlock.

package main

import (
	"fmt"
	"sync"
)

func main() {
	var rw sync.RWMutex
	done := make(chan bool)
	go func() {
		if rw.TryLock() {
			rw.Unlock()
		}
		done <- true
	}()
	rw.RLock()
	rw.RUnlock()
	ok := rw.TryLock()
	if ok {
		rw.Unlock()
	}
	<-done
	fmt.Println(ok)
}

// Outcomes:
//	exit 0 "false\n"
//	exit 0 "true\n"
