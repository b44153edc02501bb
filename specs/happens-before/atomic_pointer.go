// A pointer published by an atomic: what it points to was made before.
package main

import "sync/atomic"

type config struct{ size int }

var current atomic.Pointer[config]

func main() {
	go func() { current.Store(&config{size: 1}) }()
	if c := current.Load(); c != nil {
		println(c.size)
	}
}
