// What AfterFunc is given was made before it runs, whoever cancels.
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
	<-done
}
