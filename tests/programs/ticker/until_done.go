// Any number of ticks until somebody says stop.

//go:build go1.23

package main

import (
	"fmt"
	"time"
)

func main() {
	t := time.NewTicker(time.Millisecond)
	done := make(chan bool)
	go func() {
		time.Sleep(3 * time.Millisecond)
		close(done)
	}()
	ticked := false
	for {
		select {
		case <-done:
			t.Stop()
			fmt.Println(ticked)
			return
		case <-t.C:
			ticked = true
		}
	}
}

// Outcomes:
//	exit 0 "false\n"
//	exit 0 "true\n"
