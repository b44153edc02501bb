// The Locker interface, an embedded mutex, a pointer to one, an array of them.
package main

import (
	"fmt"
	"sync"
)

type safe struct {
	sync.Locker
	n int
}

func with(l sync.Locker, f func()) {
	l.Lock()
	defer l.Unlock()
	f()
}

func main() {
	var rw sync.RWMutex
	s := safe{Locker: &sync.Mutex{}}
	var shards [2]struct {
		sync.Mutex
		n int
	}
	done := make(chan bool)
	for i := range 2 {
		go func() {
			with(&s, func() { s.n++ })
			with(&shards[i], func() { shards[i].n += i + 1 })
			with(rw.RLocker(), func() {})
			done <- true
		}()
	}
	<-done
	<-done
	with(&rw, func() { fmt.Println(s.n, shards[0].n, shards[1].n) })
}

// Outcomes:
//	exit 0 "2 1 2\n"
