// Section 4.1: main called Goexit and a goroutine sleeps: not dead until it has ended.
package main

import (
	"fmt"
	"runtime"
	"time"
)

//chancheck:want deadlock no goroutines (main called runtime.Goexit) - deadlock!
func main() {
	go func() {
		time.Sleep(time.Millisecond)
		fmt.Println("last one")
	}()
	runtime.Goexit()
}

// Outcomes:
//	exit 2 "last one\n" no goroutines (main called runtime.Goexit) - deadlock!
