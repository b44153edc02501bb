// To overwrite it is a write that nothing orders.
//
// Race detector: silent; what a WaitGroup does inside is hidden from it
//
//chancheck:want race
package main

import (
	"sync"
	"time"
)

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer func() { recover() }()
		wg.Done()
	}()
	wg = sync.WaitGroup{}
	time.Sleep(20 * time.Millisecond)
}
