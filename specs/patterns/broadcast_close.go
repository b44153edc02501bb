// Broadcast by close: configuration is written, then everybody is released.
package main

import (
	"fmt"
	"sync"
)

func main() {
	start := make(chan struct{})
	config := ""
	var wg sync.WaitGroup
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			<-start
			if config != "ready" {
				panic("started too early")
			}
		}()
	}
	config = "ready"
	close(start)
	wg.Wait()
	fmt.Println("all started")
}

// Outcomes:
//	exit 0 "all started\n"
