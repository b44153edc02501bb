// A lease that a timer ends: it is used only while it is held, under the lock that ends it too.
package main

import (
	"sync"
	"time"
)

//chancheck:protocol lease = grant use* expire

type Lease struct {
	mu   sync.Mutex
	held bool
}

func (l *Lease) Use() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.held {
		write() //chancheck:event use
	}
}

func (l *Lease) End() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.held = false //chancheck:event expire
}

func write() {}

func main() {
	l := &Lease{}
	l.held = true //chancheck:event grant
	ended := make(chan bool)
	time.AfterFunc(time.Second, func() {
		l.End()
		close(ended)
	})
	l.Use()
	l.Use()
	<-ended
}
