// The child may have been cancelled by another.
//
//chancheck:want race
package main

import (
	"context"
	"time"
)

var x int

func main() {
	parent, cancel := context.WithCancel(context.Background())
	child, stop := context.WithCancel(parent)
	go func() {
		x = 1
		cancel()
	}()
	go stop()
	<-child.Done()
	println(x)
	time.Sleep(20 * time.Millisecond)
}
