// N goroutines take two locks K times; in its last round one of them takes them in the other order.
//
// Bench: deadlock
// Small: N=2 K=10
// Medium: N=3 K=60
// Large: N=3 K=100
package main

import "sync"

const N = 2
const K = 10

func work(first, second *sync.Mutex, rounds int, done *sync.WaitGroup) {
	for i := 0; i < rounds; i++ {
		first.Lock()
		second.Lock()
		second.Unlock()
		first.Unlock()
	}
	done.Done()
}

func main() {
	var a, b sync.Mutex
	var done sync.WaitGroup
	done.Add(N + 1)
	for i := 0; i < N-1; i++ {
		go work(&a, &b, K, &done)
	}
	go func() {
		work(&a, &b, K-1, &done)
		work(&b, &a, 1, &done)
	}()
	done.Wait()
}
