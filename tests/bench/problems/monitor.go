// P producers and C consumers share a buffer of B places: a mutex and two condition variables.
//
// Bench: pass
// Small: P=2 C=2 M=2 B=2
// Medium: P=3 C=3 M=2 B=2
// Large: P=3 C=3 M=4 B=2
package main

import "sync"

const P = 2
const C = 2
const M = 2
const B = 2

type buffer struct {
	mutex    sync.Mutex
	notEmpty *sync.Cond
	notFull  *sync.Cond
	items    int
}

func (b *buffer) put() {
	b.mutex.Lock()
	for b.items == B {
		b.notFull.Wait()
	}
	b.items++
	b.notEmpty.Signal()
	b.mutex.Unlock()
}

func (b *buffer) take() {
	b.mutex.Lock()
	for b.items == 0 {
		b.notEmpty.Wait()
	}
	b.items--
	b.notFull.Signal()
	b.mutex.Unlock()
}

func main() {
	var b buffer
	b.notEmpty = sync.NewCond(&b.mutex)
	b.notFull = sync.NewCond(&b.mutex)
	var done sync.WaitGroup
	done.Add(P + C)
	for i := 0; i < P; i++ {
		go func() {
			defer done.Done()
			for j := 0; j < M; j++ {
				b.put()
			}
		}()
	}
	for i := 0; i < C; i++ {
		go func() {
			defer done.Done()
			for j := 0; j < M*P/C; j++ {
				b.take()
			}
		}()
	}
	done.Wait()
	if b.items != 0 {
		panic("an item is left")
	}
}
