// A timer that is far away is no order.
//
//chancheck:want race
package main

import "time"

var x int

func main() {
	time.AfterFunc(20*time.Millisecond, func() { println(x) })
	x = 1
	time.Sleep(40 * time.Millisecond)
}
