// A flag that is no atomic.
//
//chancheck:want race
package main

import "time"

var (
	x    int
	done bool
)

func main() {
	go func() {
		x = 1
		done = true
	}()
	time.Sleep(20 * time.Millisecond)
	if done {
		println(x)
	}
}
