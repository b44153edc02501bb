// N goroutines meet P times at a barrier made of a mutex and a condition variable.
//
// Bench: pass
// Small: N=4 P=2
// Medium: N=11 P=3
// Large: N=13 P=3
package main

import "sync"

const N = 4
const P = 2

type barrier struct {
	mutex   sync.Mutex
	changed *sync.Cond
	arrived int
	phase   int
}

func (b *barrier) wait() {
	b.mutex.Lock()
	phase := b.phase
	b.arrived++
	if b.arrived == N {
		b.arrived = 0
		b.phase++
		b.changed.Broadcast()
	}
	for b.phase == phase {
		b.changed.Wait()
	}
	b.mutex.Unlock()
}

func work(b *barrier, done *sync.WaitGroup) {
	defer done.Done()
	for i := 0; i < P; i++ {
		b.wait()
	}
}

func main() {
	var b barrier
	b.changed = sync.NewCond(&b.mutex)
	var done sync.WaitGroup
	done.Add(N)
	for i := 0; i < N; i++ {
		go work(&b, &done)
	}
	done.Wait()
	if b.phase != P {
		panic("a phase is missing")
	}
}
