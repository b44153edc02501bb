// A reply that is not waited for orders nothing.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	requests := make(chan chan int)
	go func() {
		reply := <-requests
		x = 1
		reply <- 0
	}()
	reply := make(chan int, 1)
	requests <- reply
	println(x)
	time.Sleep(20 * time.Millisecond)
}
