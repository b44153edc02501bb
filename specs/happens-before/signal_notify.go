// What comes before Notify happens before the signal is received.
package main

import (
	"os"
	"os/signal"
	"time"
)

var x int

func main() {
	c := make(chan os.Signal, 1)
	done := make(chan bool)
	go func() {
		select {
		case <-c:
			println(x)
		case <-time.After(20 * time.Millisecond):
		}
		close(done)
	}()
	x = 1
	signal.Notify(c, os.Interrupt)
	<-done
}
