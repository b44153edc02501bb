// A copy that is made before the goroutine starts is ordered before all that it does.
package main

import "sync/atomic"

type counter struct {
	n    atomic.Int32
	name string
}

func main() {
	c := &counter{name: "x"}
	d := *c
	done := make(chan bool)
	go func() {
		c.n.Add(1)
		done <- true
	}()
	println(d.name)
	<-done
}
