// A copy of the struct reads both.
//
//chancheck:want race
package main

import "time"

var s struct{ a, b int }

func main() {
	go func() { s.a = 1 }()
	t := s
	println(t.b)
	time.Sleep(20 * time.Millisecond)
}
