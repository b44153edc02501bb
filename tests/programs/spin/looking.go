// Looking into what nobody changes, and waiting for nobody, is getting nowhere.

package main

import "sync"

//chancheck:want livelock
func main() {
	var m sync.Map
	var wg sync.WaitGroup
	for {
		wg.Wait()
		if _, ok := m.Load(1); ok {
			return
		}
	}
}

// Outcomes:
//	hang
