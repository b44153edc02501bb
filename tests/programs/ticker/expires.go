// A janitor that looks at each tick what has expired: its ticks are later and later, and the search ends all the same.
package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	var mu sync.Mutex
	expires := map[string]time.Time{}
	stop, done := make(chan bool), make(chan bool)
	mu.Lock()
	expires["a"] = time.Now().Add(2 * time.Millisecond)
	mu.Unlock()
	go func() {
		defer close(done)
		ticker := time.NewTicker(time.Millisecond)
		defer ticker.Stop()
		for {
			select {
			case now := <-ticker.C:
				mu.Lock()
				for k, at := range expires {
					if now.After(at) {
						delete(expires, k)
					}
				}
				mu.Unlock()
			case <-stop:
				return
			}
		}
	}()
	time.Sleep(time.Millisecond)
	close(stop)
	<-done
	_, there := expires["a"]
	fmt.Println(there)
}

// Outcomes:
//	exit 0 "false\n"
//	exit 0 "true\n"
