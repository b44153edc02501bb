// Two unlock what main has locked; either may be the one that fails.
package main

import (
	"sync"
)

func main() {
	var m sync.Mutex
	m.Lock()
	go func() {
		m.Unlock()
	}()
	m.Unlock()
}
