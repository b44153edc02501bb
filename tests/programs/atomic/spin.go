// A spin loop that another goroutine ends.
package main

import (
	"fmt"
	"runtime"
	"sync/atomic"
)

func main() {
	var ready atomic.Bool
	value := 0
	go func() {
		value = 3
		ready.Store(true)
	}()
	for !ready.Load() {
		runtime.Gosched()
	}
	fmt.Println(value)
}

// Outcomes:
//	exit 0 "3\n"
