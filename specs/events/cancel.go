// cancel is an event when it closes the context's channel.
package main

import "context"

//chancheck:protocol cancelled = cancel seen
//chancheck:order cancel < seen

func main() {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan bool)
	go func() {
		<-ctx.Done() //chancheck:event seen
		close(done)
	}()
	cancel() //chancheck:event cancel
	<-done
}
