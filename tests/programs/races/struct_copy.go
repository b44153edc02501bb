// A copy of a struct races in each of its fields: all of them are seen changing under way.
//
//chancheck:want race
package main

import "fmt"

var s struct{ a, b int }

func main() {
	go func() {
		s.a = 1
		s.b = 1
	}()
	t := s
	fmt.Println(t.a, t.b, s.b)
}

// Outcomes:
//	exit 0 "0 0 0\n"
//	exit 0 "0 0 1\n"
//	exit 0 "1 0 0\n"
//	exit 0 "1 0 1\n"
//	exit 0 "1 1 1\n"
