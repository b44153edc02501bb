// An atomic is read by Load, its neighbour plainly.
package main

import "sync/atomic"

type counter struct {
	n    atomic.Int32
	name string
}

func main() {
	c := counter{name: "x"}
	done := make(chan bool)
	go func() {
		c.n.Add(1)
		done <- true
	}()
	println(c.n.Load(), c.name)
	<-done
}
