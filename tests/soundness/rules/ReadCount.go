// The second RUnlock is fatal unless main has locked for reading before, also if it could have while another did.
package main

import "sync"

func main() {
	var rw sync.RWMutex
	go func() {
		rw.RLock()
		rw.RUnlock()
		rw.RUnlock()
	}()
	rw.RLock()
}
