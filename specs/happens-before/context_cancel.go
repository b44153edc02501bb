// A cancellation happens before Done is received from.
package main

import "context"

var x int

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		x = 1
		cancel()
	}()
	<-ctx.Done()
	println(x)
}
