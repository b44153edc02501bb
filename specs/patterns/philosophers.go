// Five dining philosophers: the last one takes his forks in the other order.
package main

import (
	"fmt"
	"sync"
)

const n = 5

func main() {
	var forks [n]sync.Mutex
	var wg sync.WaitGroup
	for i := range n {
		first, second := &forks[min(i, (i+1)%n)], &forks[max(i, (i+1)%n)]
		wg.Add(1)
		go func() {
			defer wg.Done()
			first.Lock()
			second.Lock()
			second.Unlock()
			first.Unlock()
		}()
	}
	wg.Wait()
	fmt.Println("all have eaten")
}

// Outcomes:
//	exit 0 "all have eaten\n"
