// Two goroutines hold the same mutex.
package main

import "sync"

type account struct {
	mu      sync.Mutex
	balance int
}

func main() {
	var a account
	var wg sync.WaitGroup
	wg.Add(2)
	for range 2 {
		go func() {
			defer wg.Done()
			a.mu.Lock()
			defer a.mu.Unlock()
			a.balance++
		}()
	}
	wg.Wait()
	println(a.balance)
}
