// Taking and giving back a lock over and over is getting nowhere, also by the source's own steps.

package main

import "sync"

var rw sync.RWMutex

//chancheck:want livelock
func main() {
	for {
		rw.Lock()
		rw.Unlock()
		if rw.TryRLock() {
			rw.RUnlock()
		}
	}
}

// Outcomes:
//	hang
