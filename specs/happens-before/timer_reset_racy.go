// Not what is done behind it.
//
//chancheck:want race
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
	t.Reset(time.Millisecond)
	x = 1
	<-done
}
