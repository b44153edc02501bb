// The end of a goroutine happens before nothing, however long one waits.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	go func() { x = 1 }()
	time.Sleep(20 * time.Millisecond)
	println(x)
}
