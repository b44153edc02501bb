// The panic of a second close tells that there was a first, and orders nothing.
//
//chancheck:want race
package main

import "time"

var x int

func closed(c chan int) (before bool) {
	defer func() { before = recover() != nil }()
	close(c)
	return
}

func main() {
	c := make(chan int)
	go func() {
		x = 1
		closed(c)
	}()
	time.Sleep(20 * time.Millisecond)
	if closed(c) {
		x = 2
	}
}
