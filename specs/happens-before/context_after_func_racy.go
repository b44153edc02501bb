// Not what is done behind AfterFunc.
//
//chancheck:want race
package main

import "context"

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan bool)
	go cancel()
	x := 1
	context.AfterFunc(ctx, func() {
		println(x)
		close(done)
	})
	x = 2
	<-done
}
