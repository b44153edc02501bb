// A range over an array reads a copy of all of it, before the first turn.
//
//chancheck:want race
package main

import "time"

var a [2]int

func main() {
	go func() { a[1] = 1 }()
	for _, v := range a {
		println(v)
		break
	}
	time.Sleep(20 * time.Millisecond)
}
