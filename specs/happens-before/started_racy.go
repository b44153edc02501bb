// The goroutine may use the counter before the copy is made.
//
//chancheck:want race
package main

import "sync/atomic"

type counter struct {
	n    atomic.Int32
	name string
}

func main() {
	c := &counter{name: "x"}
	done := make(chan bool)
	go func() {
		c.n.Add(1)
		done <- true
	}()
	d := *c
	println(d.name)
	<-done
}
