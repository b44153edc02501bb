// Not what comes behind it.
//
// Race detector: silent; nobody sends it a signal
//
//chancheck:want race
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
	signal.Notify(c, os.Interrupt)
	x = 1
	<-done
}
