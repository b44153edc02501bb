// Graceful shutdown, broken: the check of quit and the Add are two steps; work begins after shutdown has ended.
package main

import (
	"sync"
	"sync/atomic"
)

type server struct {
	quit   atomic.Bool
	active sync.WaitGroup
	open   atomic.Bool
}

func (s *server) handle() {
	if s.quit.Load() {
		return
	}
	s.active.Add(1)
	defer s.active.Done()
	if !s.open.Load() {
		panic("request after shutdown")
	}
}

func (s *server) shutdown() {
	s.quit.Store(true)
	s.active.Wait()
	s.open.Store(false)
}

//chancheck:want panic request after shutdown
func main() {
	var s server
	s.open.Store(true)
	done := make(chan bool)
	go func() {
		s.handle()
		done <- true
	}()
	s.shutdown()
	<-done
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" request after shutdown
