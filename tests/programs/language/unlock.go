//go:build go1.26

package main

import "sync"

//chancheck:want fatal sync: unlock of unlocked mutex
func main() {
	defer func() { recover() }()
	var mu sync.Mutex
	mu.Unlock()
}

// Outcomes:
//	exit 2 "" sync: unlock of unlocked mutex
