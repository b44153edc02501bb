// Dining philosophers, each takes the fork with the lower number first.
//
// Bench: pass
// Small: N=6
// Medium: N=10
// Large: N=11
package main

import "sync"

const N = 6

func philosopher(first, second *sync.Mutex, done *sync.WaitGroup) {
	defer done.Done()
	first.Lock()
	second.Lock()
	second.Unlock()
	first.Unlock()
}

func main() {
	var forks [N]sync.Mutex
	var done sync.WaitGroup
	done.Add(N)
	for i := 0; i < N-1; i++ {
		go philosopher(&forks[i], &forks[i+1], &done)
	}
	go philosopher(&forks[0], &forks[N-1], &done)
	done.Wait()
}
