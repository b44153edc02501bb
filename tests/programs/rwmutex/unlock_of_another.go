// A read unlock that nobody has locked takes the place of a reader that waits, and then is no error.
// Harness: no-go the text of the fatal error may still come out when main ends the process

package main

import "sync"

//chancheck:want fatal sync: RUnlock of unlocked RWMutex
//chancheck:want fatal sync: RUnlock of unlocked RWMutex
//chancheck:want leak is blocked for ever [sync.RWMutex.RLock]
func main() {
	var rw sync.RWMutex
	go func() {
		rw.RLock()
		rw.RUnlock()
	}()
	go func() {
		rw.RUnlock()
	}()
	rw.Lock()
	rw.Unlock()
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" sync: RUnlock of unlocked RWMutex
