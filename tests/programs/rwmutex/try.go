// TryLock and TryRLock of one goroutine.
package main

import (
	"fmt"
	"sync"
)

func main() {
	var mu sync.RWMutex
	fmt.Println(mu.TryRLock(), mu.TryRLock(), mu.TryLock())
	mu.RUnlock()
	mu.RUnlock()
	fmt.Println(mu.TryLock(), mu.TryRLock(), mu.TryLock())
	mu.Unlock()
	fmt.Println(mu.TryRLock())
}

// Outcomes:
//	exit 0 "true true false\ntrue false false\ntrue\n"
