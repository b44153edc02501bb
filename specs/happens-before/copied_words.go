// The fields of a struct with a mutex may be read one by one.
package main

import "sync"

type account struct {
	mu      sync.Mutex
	balance int
	owner   string
}

func main() {
	a := &account{owner: "x"}
	done := make(chan bool)
	go func() {
		a.mu.Lock()
		a.balance++
		a.mu.Unlock()
		done <- true
	}()
	println(a.owner)
	<-done
}
