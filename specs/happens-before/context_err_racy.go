// Err that tells of none is not.
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
		x = 1
		cancel()
	}()
	if ctx.Err() == nil {
		println(x)
	}
	time.Sleep(20 * time.Millisecond)
}
