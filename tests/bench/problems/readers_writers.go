// R readers and W writers share a value under a read-write lock; a waiting writer keeps new readers out.
//
// Bench: pass
// Small: R=3 W=2
// Medium: R=9 W=5
// Large: R=10 W=6
package main

import "sync"

const R = 3
const W = 2

type shared struct {
	lock  sync.RWMutex
	value int
	done  sync.WaitGroup
}

func (s *shared) read() {
	defer s.done.Done()
	s.lock.RLock()
	if s.value > W {
		panic("more than was written")
	}
	s.lock.RUnlock()
}

func (s *shared) write() {
	defer s.done.Done()
	s.lock.Lock()
	s.value++
	s.lock.Unlock()
}

func main() {
	var s shared
	s.done.Add(R + W)
	for i := 0; i < R; i++ {
		go s.read()
	}
	for i := 0; i < W; i++ {
		go s.write()
	}
	s.done.Wait()
	if s.value != W {
		panic("a write is lost")
	}
}
