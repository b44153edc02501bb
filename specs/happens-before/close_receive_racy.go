// Not what comes behind the close.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	c := make(chan int)
	go func() {
		close(c)
		x = 1
	}()
	<-c
	println(x)
	time.Sleep(20 * time.Millisecond)
}
