//go:build go1.26

package main

import (
	"errors"
	"fmt"
)

//chancheck:want panic a
func main() {
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Errorf("wrapped: %w", r.(error)))
		}
	}()
	panic(errors.Join(errors.New("a"), errors.New("b")))
}

// Outcomes:
//	exit 2 "" a\n\tb [recovered]\n\tpanic: wrapped: a\n\tb
