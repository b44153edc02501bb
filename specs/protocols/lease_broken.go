// The lease may end between the test and the use.
//
//chancheck:want property protocol lease
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

func (l *Lease) Held() bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.held
}

func (l *Lease) Use() {
	if l.Held() {
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
