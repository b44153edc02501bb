// Wait passes only before the counter is raised.
package main

import (
	"sync"
)

func main() {
	var wg sync.WaitGroup
	go func() {
		wg.Wait()
		panic("nothing to wait for")
	}()
	wg.Add(1)
}
