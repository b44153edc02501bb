// Workers that write one variable.
//
//chancheck:want race
package main

import "sync"

func main() {
	result := 0
	var wg sync.WaitGroup
	wg.Add(2)
	for i := range 2 {
		go func() {
			result += i
			wg.Done()
		}()
	}
	wg.Wait()
	println(result)
}
