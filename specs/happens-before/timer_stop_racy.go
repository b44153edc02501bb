// Stop that comes too late tells that it has fired, and orders nothing.
//
//chancheck:want race
package main

import "time"

func main() {
	x := 0
	t := time.AfterFunc(time.Millisecond, func() { x = 1 })
	time.Sleep(10 * time.Millisecond)
	if !t.Stop() {
		println(x)
	}
}
