// A condition is looked at again and again until a deadline: that it passes takes somebody who is slow.
package main

import (
	"sync/atomic"
	"time"
)

func main() {
	var done atomic.Bool
	go done.Store(true)
	deadline := time.Now().Add(time.Second)
	for !done.Load() {
		if time.Now().After(deadline) {
			panic("never done") // LATE
		}
		time.Sleep(10 * time.Millisecond)
	}
}
