// Harness: bound 17

package main

import "time"

func main() {
	c := make(chan int)
	for {
		time.AfterFunc(time.Second, func() { c <- 1 }) // GROWS "number of objects made here"
	}
}
