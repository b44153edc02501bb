// Reset comes before the value that is then sent.
package main

import "time"

var x int

func main() {
	t := time.NewTimer(time.Hour)
	t.Stop()
	done := make(chan bool)
	go func() {
		<-t.C
		println(x)
		close(done)
	}()
	x = 1
	t.Reset(time.Millisecond)
	<-done
}
