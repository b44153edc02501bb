// Unlock of an unlocked mutex is fatal: recover does not help.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want fatal sync: unlock of unlocked mutex
func main() {
	defer func() { fmt.Println("recovered", recover()) }()
	var mu sync.Mutex
	mu.Lock()
	mu.Unlock()
	fmt.Println("once")
	mu.Unlock()
}

// Outcomes:
//	exit 2 "once\n" sync: unlock of unlocked mutex
