// Flow control by credits: the sender spends one for each message, the receiver gives it back when the message is done.
package main

import "sync/atomic"

var flying atomic.Int32

//chancheck:invariant flying.Load() <= 2

const window, messages = 2, 3

func main() {
	credits := make(chan bool, window)
	data := make(chan int, messages)
	finished := make(chan bool)
	for range window {
		credits <- true
	}
	go func() {
		for range data {
			flying.Add(-1)
			credits <- true
		}
		close(finished)
	}()
	for i := range messages {
		<-credits
		flying.Add(1)
		data <- i
	}
	close(data)
	<-finished
}
