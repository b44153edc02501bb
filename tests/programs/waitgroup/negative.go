// One Done too many.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want panic sync: negative WaitGroup counter
func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	wg.Done()
	wg.Wait()
	func() {
		defer func() { fmt.Println(recover()) }()
		wg.Done()
	}()
	var w2 sync.WaitGroup
	w2.Add(2)
	w2.Add(-3)
}

// Outcomes:
//	exit 2 "sync: negative WaitGroup counter\n" sync: negative WaitGroup counter
