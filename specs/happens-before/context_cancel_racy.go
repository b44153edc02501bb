// Not what comes behind it.
//
//chancheck:want race
package main

import (
	"context"
	"time"
)

var x int

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		cancel()
		x = 1
	}()
	<-ctx.Done()
	println(x)
	time.Sleep(20 * time.Millisecond)
}
