// Each holds a mutex of its own.
//
//chancheck:want race
package main

import "sync"

var x int

func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	for range 2 {
		var mu sync.Mutex
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			x++
		}()
	}
	wg.Wait()
	println(x)
}
