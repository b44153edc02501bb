// A child is cancelled after what its parent's canceller did before.
package main

import "context"

var x int

func main() {
	parent, cancel := context.WithCancel(context.Background())
	child, stop := context.WithCancel(parent)
	defer stop()
	go func() {
		x = 1
		cancel()
	}()
	<-child.Done()
	println(x)
}
