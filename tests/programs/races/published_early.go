// Behind a race the search goes on: the flag is seen before the pointer is set.
//
//chancheck:want race
//chancheck:want panic nil pointer dereference
package main

import "fmt"

var (
	p     *int
	ready bool
)

func main() {
	go func() {
		ready = true
		p = new(int)
	}()
	if ready {
		fmt.Println(*p)
	}
}

// Outcomes:
//	exit 0 ""
//	exit 0 "0\n"
//	exit 2 "" runtime error: invalid memory address or nil pointer dereference
