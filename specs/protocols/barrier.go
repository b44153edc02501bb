// A barrier: nobody leaves before all have come.
package main

import "sync"

//chancheck:order come* < leave

const parties = 3

var (
	mu      sync.Mutex
	waiting int
	open    = make(chan struct{})
)

func wait() {
	mu.Lock()
	waiting++ //chancheck:event come
	if waiting == parties {
		close(open)
	}
	mu.Unlock()
	<-open //chancheck:event leave
}

func main() {
	var done sync.WaitGroup
	for range parties {
		done.Add(1)
		go func() {
			defer done.Done()
			wait()
		}()
	}
	done.Wait()
}
