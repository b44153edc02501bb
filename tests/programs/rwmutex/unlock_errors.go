// RUnlock of an unlocked RWMutex is fatal.
package main

import "sync"

//chancheck:want fatal sync: RUnlock of unlocked RWMutex
func main() {
	var mu sync.RWMutex
	mu.RLock()
	mu.RUnlock()
	defer func() { recover() }()
	mu.RUnlock()
}

// Outcomes:
//	exit 2 "" sync: RUnlock of unlocked RWMutex
