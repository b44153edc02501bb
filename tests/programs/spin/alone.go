// An atomic that nobody is left to see is no progress.

package main

import "sync/atomic"

//chancheck:want livelock main runs for ever without progress
func main() {
	var done, tried atomic.Bool
	for !done.Load() {
		tried.Store(true)
	}
}

// Outcomes:
//	hang
