// A TryLock may fail although nobody holds the mutex: another is in Lock.
package main

import (
	"sync"
)

func main() {
	var m sync.Mutex
	go func() { m.Lock() }()
	if !m.TryLock() && m.TryLock() {
		panic("failed, then succeeded")
	}
}
