// Graceful shutdown: no new work after quit, what was accepted is finished, then main leaves.
package main

import (
	"fmt"
	"sync"
)

type server struct {
	mu     sync.Mutex
	quit   bool
	active sync.WaitGroup
}

func (s *server) handle(f func()) bool {
	s.mu.Lock()
	if s.quit {
		s.mu.Unlock()
		return false
	}
	s.active.Add(1)
	s.mu.Unlock()
	defer s.active.Done()
	f()
	return true
}

func (s *server) shutdown() {
	s.mu.Lock()
	s.quit = true
	s.mu.Unlock()
	s.active.Wait()
}

func main() {
	var s server
	finished := make(chan bool, 2)
	for range 2 {
		go s.handle(func() { finished <- true })
	}
	s.shutdown()
	n := len(finished)
	s.shutdown()
	fmt.Println(n == len(finished))
}

// Outcomes:
//	exit 0 "true\n"
