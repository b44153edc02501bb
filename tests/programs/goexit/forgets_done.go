// A worker that leaves by Goexit before it sends: main waits for ever.
package main

import (
	"fmt"
	"runtime"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	done := make(chan bool)
	go func() {
		defer fmt.Println("worker gone")
		runtime.Goexit()
		done <- true
	}()
	<-done
}

// Outcomes:
//	exit 2 "worker gone\n" all goroutines are asleep - deadlock!
