// It is changed behind the publication.
//
//chancheck:want race
package main

import (
	"sync/atomic"
	"time"
)

type config struct{ size int }

var current atomic.Pointer[config]

func main() {
	go func() {
		c := new(config)
		current.Store(c)
		c.size = 1
	}()
	time.Sleep(20 * time.Millisecond)
	if c := current.Load(); c != nil {
		println(c.size)
	}
}
