// Not what comes behind Done.
//
//chancheck:want race
package main

import (
	"sync"
	"time"
)

var x int

func main() {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		wg.Done()
		x = 1
	}()
	wg.Wait()
	println(x)
	time.Sleep(20 * time.Millisecond)
}
