// Two fields of a struct are two memory locations.
package main

import "time"

var s struct{ a, b int }

func main() {
	go func() { s.a = 1 }()
	s.b = 2
	time.Sleep(20 * time.Millisecond)
}
