// Elements of an array are locations of their own.
package main

import "time"

var a [2]int

func main() {
	go func() { a[0] = 1 }()
	a[1] = 2
	time.Sleep(20 * time.Millisecond)
}
