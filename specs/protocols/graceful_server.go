// A server that ends with grace, as net/http does: no new request after Shutdown, and it returns when the last one is answered.
package main

import "sync"

//chancheck:ltl [](shutdown -> []!accept)
//chancheck:order answer* < down

type Server struct {
	mu      sync.Mutex
	closing bool
	active  sync.WaitGroup
}

func (s *Server) Serve() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.closing {
		return
	}
	s.active.Add(1) //chancheck:event accept
	go func() {
		answer() //chancheck:event answer
		s.active.Done()
	}()
}

func (s *Server) Shutdown() {
	s.mu.Lock()
	s.closing = true //chancheck:event shutdown
	s.mu.Unlock()
	s.active.Wait() //chancheck:event down
}

func answer() {}

func main() {
	s := &Server{}
	clients := make(chan bool)
	go func() {
		s.Serve()
		s.Serve()
		close(clients)
	}()
	s.Shutdown()
	<-clients
}
