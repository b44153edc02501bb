// A timer that fires tells how much has passed: so it does not commute with a look at the clock.

package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	const d = 10 * time.Millisecond
	var mu sync.Mutex
	start := time.Now()
	time.AfterFunc(d, func() {})
	go func() {
		mu.Lock()
		mu.Unlock()
	}()
	mu.Lock()
	if time.Since(start) < d {
		fmt.Println("early")
	} else {
		fmt.Println("late")
	}
	mu.Unlock()
}

// Outcomes:
//	exit 0 "early\n"
//	exit 0 "late\n"
