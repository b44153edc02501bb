// Dining philosophers, each takes the left fork first: all may wait for the right one.
//
// Bench: deadlock
// Small: N=6
// Medium: N=10
// Large: N=11
package main

import "sync"

const N = 6

func philosopher(left, right *sync.Mutex, done *sync.WaitGroup) {
	defer done.Done()
	left.Lock()
	right.Lock()
	right.Unlock()
	left.Unlock()
}

func main() {
	var forks [N]sync.Mutex
	var done sync.WaitGroup
	done.Add(N)
	for i := 0; i < N; i++ {
		go philosopher(&forks[i], &forks[(i+1)%N], &done)
	}
	done.Wait()
}
