// N goroutines add K times one to a counter under a mutex.
//
// Bench: pass
// Small: N=3 K=3
// Medium: N=6 K=6
// Large: N=7 K=6
package main

import "sync"

const N = 3
const K = 3

func main() {
	var mutex sync.Mutex
	var done sync.WaitGroup
	counter := 0
	done.Add(N)
	for i := 0; i < N; i++ {
		go func() {
			defer done.Done()
			for j := 0; j < K; j++ {
				mutex.Lock()
				counter++
				mutex.Unlock()
			}
		}()
	}
	done.Wait()
	if counter != N*K {
		panic("an update is lost")
	}
}
