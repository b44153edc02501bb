// A signal or a timeout ends the server. A signal may come at once: nothing has to pass before it.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"sync"
	"syscall"
	"time"
)

type server struct {
	requests chan int
	wg       sync.WaitGroup
}

func (s *server) serve(ctx context.Context) error {
	for {
		select {
		case r := <-s.requests:
			s.wg.Add(1)
			go func() {
				defer s.wg.Done()
				fmt.Println("handled", r)
			}()
		case <-ctx.Done():
			s.wg.Wait()
			return ctx.Err()
		}
	}
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	ctx, cancel := context.WithTimeout(ctx, 5*time.Millisecond)
	defer cancel()
	s := &server{requests: make(chan int)}
	go func() {
		select {
		case s.requests <- 1:
		case <-ctx.Done():
		}
	}()
	start := time.Now()
	err := s.serve(ctx)
	fmt.Println(err, time.Since(start) >= time.Second)
}

// Outcomes:
//	exit 0 "context canceled false\n"
//	exit 0 "context canceled true\n"
//	exit 0 "context deadline exceeded false\n"
//	exit 0 "context deadline exceeded true\n"
//	exit 0 "handled 1\ncontext canceled false\n"
//	exit 0 "handled 1\ncontext canceled true\n"
//	exit 0 "handled 1\ncontext deadline exceeded false\n"
//	exit 0 "handled 1\ncontext deadline exceeded true\n"
