// A range over atomics copies them, plainly.
//
//chancheck:want race
package main

import "sync/atomic"

func main() {
	var counters [2]atomic.Int32
	done := make(chan bool)
	go func() {
		counters[1].Add(1)
		done <- true
	}()
	for _, c := range counters {
		println(c.Load())
	}
	<-done
}
