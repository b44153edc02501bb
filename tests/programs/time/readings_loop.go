package main

import (
	"sync/atomic"
	"time"
)

// A loop that keeps its last reading has finitely many states.
func main() {
	var stop atomic.Bool
	go func() { stop.Store(true) }()
	start, last := time.Now(), time.Now()
	slow := 0
	for !stop.Load() {
		now := time.Now()
		if now.Sub(last) > time.Second || time.Since(start) > time.Minute {
			slow = 1
		}
		if time.Since(last) < 0 || now.Before(last) {
			panic("back")
		}
		last = now
		time.Sleep(time.Millisecond)
	}
	println(slow)
}

// Outcomes:
//	exit 0 ""
