// Two tokens.
//
//chancheck:want property inside.Load() <= 1
//chancheck:want property protocol turns
package main

import "sync/atomic"

var inside atomic.Int32

//chancheck:invariant inside.Load() <= 1
//chancheck:ltl []<>first && []<>second
//chancheck:protocol turns = (first second)*

func main() {
	a, b := make(chan bool, 1), make(chan bool, 1)
	a <- true
	b <- true
	go func() {
		for {
			<-a
			inside.Add(1) //chancheck:event first
			inside.Add(-1)
			b <- true
		}
	}()
	for {
		<-b
		inside.Add(1) //chancheck:event second
		inside.Add(-1)
		a <- true
	}
}

// Harness: no-go it runs for ever
