// A copy of a mutex is locked if the mutex was at that moment: who copies it may wait for ever.

package main

import "sync"

type account struct {
	mu sync.Mutex
	n  int
}

//chancheck:want race
//chancheck:want deadlock
func main() {
	a := &account{}
	done := make(chan bool)
	go func() {
		a.mu.Lock()
		a.n++
		a.mu.Unlock()
		done <- true
	}()
	b := *a
	b.mu.Lock()
	println(b.n)
	<-done
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" all goroutines are asleep - deadlock!
