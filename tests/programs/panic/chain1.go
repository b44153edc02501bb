// The values of all panics of a chain are printed by their methods.
package main

import (
	"errors"
	"fmt"
)

type S int

func (s S) String() string { return fmt.Sprintf("S(%d)", int(s)) }

type T struct{ a int }

//chancheck:want panic first
func main() {
	defer func() { panic(S(3)) }()
	defer func() {
		r := recover()
		panic(r)
	}()
	defer func() { panic(fmt.Errorf("second: %w", errors.New("x"))) }()
	panic(errors.New("first"))
}

// Outcomes:
//	exit 2 "" first\n\tpanic: second: x [recovered, repanicked]\n\tpanic: S(3)
