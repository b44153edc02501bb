// The credit comes back before the message is done.
//
//chancheck:want property flying.Load() <= 2
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
			credits <- true
			flying.Add(-1)
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
