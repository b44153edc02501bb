// What starts a timer is ordered before its function.
package main

import "time"

var x int

func main() {
	done := make(chan bool)
	x = 1
	time.AfterFunc(time.Millisecond, func() {
		println(x)
		close(done)
	})
	<-done
}
