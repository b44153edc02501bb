// A circuit breaker: two failures in a row open it; then one probe decides if it closes again.
package main

import (
	"math/rand"
	"sync"
)

//chancheck:protocol breaker = (ok | fail ok | fail fail open (probe fail open)* probe ok)* (fail | fail fail open (probe fail open)*)?

type Breaker struct {
	mu       sync.Mutex
	failures int
	open     bool
}

func (b *Breaker) Call() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.open {
		probe() //chancheck:event probe
	}
	if rand.Intn(2) == 0 {
		b.failures, b.open = 0, false
		good() //chancheck:event ok
		return
	}
	bad() //chancheck:event fail
	b.failures++
	if b.failures >= 2 {
		b.open = true
		opened() //chancheck:event open
	}
}

func probe()  {}
func good()   {}
func bad()    {}
func opened() {}

func main() {
	b := &Breaker{}
	var done sync.WaitGroup
	for range 2 {
		done.Add(1)
		go func() {
			defer done.Done()
			b.Call()
			b.Call()
		}()
	}
	done.Wait()
}
