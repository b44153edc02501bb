// Wait comes after all that have been counted, and they are not ordered with each other.
package main

import "sync"

func main() {
	results := make([]int, 2)
	var wg sync.WaitGroup
	wg.Add(2)
	for i := range 2 {
		go func() {
			results[i] = i
			wg.Done()
		}()
	}
	wg.Wait()
	println(results[0] + results[1])
}
