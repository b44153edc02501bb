// A copied mutex is another mutex.
//
//chancheck:want race
package main

import "sync"

type counter struct {
	mu sync.Mutex
	n  *int
}

func (c counter) add() {
	c.mu.Lock()
	*c.n++
	c.mu.Unlock()
}

func main() {
	c := counter{n: new(int)}
	done := make(chan bool)
	go func() {
		c.add()
		close(done)
	}()
	c.add()
	<-done
}
