// Err that tells of the cancellation is ordered after it.
package main

import "context"

var x int

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		x = 1
		cancel()
	}()
	if ctx.Err() != nil {
		println(x)
	}
}
