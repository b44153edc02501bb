// A spinning goroutine does not keep another from its step for ever.
package main

import "sync/atomic"

var done atomic.Bool

//chancheck:ltl <>{done.Load()}

func main() {
	go func() {
		done.Store(true)
	}()
	for !done.Load() {
	}
}
