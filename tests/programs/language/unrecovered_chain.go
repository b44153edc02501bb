//go:build go1.26

package main

import "fmt"

type E struct{ n int }

func (e E) Error() string { return fmt.Sprint("E", e.n) }

//chancheck:want panic E1 [recovered]
func main() {
	defer func() { panic(E{3}) }()
	defer func() {
		recover()
		panic(E{2})
	}()
	panic(E{1})
}

// Outcomes:
//	exit 2 "" E1 [recovered]\n\tpanic: E2\n\tpanic: E3
