// A copy of the struct reads the mutex too, which Lock writes.
//
//chancheck:want race
package main

import "sync"

type account struct {
	mu    sync.Mutex
	owner string
}

func main() {
	a := &account{owner: "x"}
	done := make(chan bool)
	go func() {
		a.mu.Lock()
		a.mu.Unlock()
		done <- true
	}()
	b := *a
	println(b.owner)
	<-done
}
