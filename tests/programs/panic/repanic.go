//go:build go1.25

// A value that is recovered and panicked again is told once.
package main

import (
	"errors"
	"math/rand"
)

func again(f func()) {
	defer func() {
		panic(recover())
	}()
	f()
}

//chancheck:want panic boom [recovered, repanicked]
//chancheck:want panic index out of range
func main() {
	switch rand.Intn(2) {
	case 0:
		again(func() { panic(errors.New("boom")) })
	case 1:
		again(func() { var s []int; _ = s[rand.Intn(1)] })
	}
}

// Outcomes:
//	exit 2 "" boom [recovered, repanicked]
//	exit 2 "" runtime error: index out of range [0] with length 0 [recovered, repanicked]
