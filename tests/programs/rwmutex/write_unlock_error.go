// Unlock of an RWMutex that is only read-locked is fatal.
package main

import "sync"

//chancheck:want fatal sync: Unlock of unlocked RWMutex
func main() {
	var mu sync.RWMutex
	mu.RLock()
	mu.Unlock()
}

// Outcomes:
//	exit 2 "" sync: Unlock of unlocked RWMutex
