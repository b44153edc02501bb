// Stop does not close the channel: who ranges over it stays there.

//go:build go1.23

package main

import (
	"fmt"
	"time"
)

//chancheck:want leak
func main() {
	t := time.NewTicker(time.Millisecond)
	started := make(chan bool)
	go func() {
		close(started)
		for range t.C {
		}
	}()
	<-started
	t.Stop()
	fmt.Println("stopped")
}

// Outcomes:
//	exit 0 "stopped\n"
