// Section 4.1: since Go 1.23 a ticker that nobody waits for is in no heap, and checkdead fires.

//go:build go1.23

package main

import "time"

//chancheck:want deadlock all goroutines are asleep
func main() {
	t := time.NewTicker(time.Hour)
	defer t.Stop()
	var ch chan int
	<-ch
}

// Outcomes:
//	exit 2 "" all goroutines are asleep - deadlock!
