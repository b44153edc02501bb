// Waiting for a timer that was stopped.

//go:build go1.23

package main

import (
	"fmt"
	"time"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	t := time.NewTimer(time.Hour)
	t.Stop()
	fmt.Println("stopped")
	<-t.C
}

// Outcomes:
//	exit 2 "stopped\n" all goroutines are asleep - deadlock!
