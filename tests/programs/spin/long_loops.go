//go:build go1.22

// Loops without an operation are cut somewhere, and others go on meanwhile.

package main

import "fmt"

type wide struct{ a, b, c, d string }

func make4(i int) wide {
	s := fmt.Sprint(i % 2)
	return wide{s, s, s, s}
}

func main() {
	go func() {
		for {
		}
	}()
	n := 0
	for i := range 300 {
		if w := make4(i); w.a == w.d {
			n++
		}
	}
	fmt.Println(n)
}

// Outcomes:
//	exit 0 "300\n"
