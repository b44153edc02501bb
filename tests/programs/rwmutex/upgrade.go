// A read lock cannot be turned into a write lock.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	var mu sync.RWMutex
	mu.RLock()
	fmt.Println("reading")
	mu.Lock()
	fmt.Println("never")
}

// Outcomes:
//	exit 2 "reading\n" all goroutines are asleep - deadlock!
