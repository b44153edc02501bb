// A WaitGroup is used again when all have returned from Wait.
package main

import "sync"

func main() {
	var wg sync.WaitGroup
	n := 0
	for range 2 {
		wg.Add(1)
		go func() {
			n++
			wg.Done()
		}()
		wg.Wait()
	}
	println(n)
}
