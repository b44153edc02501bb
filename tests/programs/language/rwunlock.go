//go:build go1.26

package main

import "sync"

//chancheck:want fatal sync: RUnlock of unlocked RWMutex
func main() {
	defer println("deferred")
	var mu sync.RWMutex
	mu.RUnlock()
}

// Outcomes:
//	exit 2 "" sync: RUnlock of unlocked RWMutex
