// Signal where Broadcast is needed: two wait for one flag, and one of them may stay.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want leak
func main() {
	cond := sync.NewCond(new(sync.Mutex))
	ready := false
	for range 2 {
		go func() {
			cond.L.Lock()
			defer cond.L.Unlock()
			for !ready {
				cond.Wait()
			}
		}()
	}
	cond.L.Lock()
	ready = true
	cond.Signal()
	cond.L.Unlock()
	fmt.Println("signalled")
}

// Outcomes:
//	exit 0 "signalled\n"
