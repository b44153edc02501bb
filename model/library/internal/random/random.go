// Package random is what math/rand and math/rand/v2 draw from: any value of the range. A small range is explored whole; a
// wide one is cut to its ends, its middle and 1, and then the verdict says that it was.
package random

import "internal/machine"

// Whole is the largest range that is explored value by value.
const Whole = 16

// Below is any value of [0, n).
func Below(n uint64) uint64 {
	if n <= Whole {
		if n == 1 {
			return 0
		}
		return uint64(machine.Choose(int(n)))
	}
	machine.Sampled("sampled: math/rand: a range of more than 16 values is cut to 0, 1, the middle and the last")
	switch machine.Choose(4) {
	case 0:
		return 0
	case 1:
		return 1
	case 2:
		return n / 2
	}
	return n - 1
}

// Float is any value of [0, 1): three of them.
func Float() float64 {
	machine.Sampled("sampled: math/rand: a random float is cut to 0, 0.5 and almost 1")
	switch machine.Choose(3) {
	case 0:
		return 0
	case 1:
		return 0.5
	}
	return 1 - 1.0/(1<<53)
}

// Swaps is a shuffle: each place from the last on gets any of the elements up to it. Two long ones stand for all.
func Swaps(n int, swap func(i, j int)) {
	if n <= 5 {
		for i := n - 1; i > 0; i-- {
			if j := machine.Choose(i + 1); j != i {
				swap(i, j)
			}
		}
		return
	}
	machine.Sampled("sampled: math/rand: a permutation of more than 5 elements is cut to the identity and the reverse")
	if machine.Choose(2) == 1 {
		for i, j := 0, n-1; i < j; i, j = i+1, j-1 {
			swap(i, j)
		}
	}
}

// Permutation is any permutation of [0, n).
func Permutation(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	Swaps(n, func(i, j int) { p[i], p[j] = p[j], p[i] })
	return p
}
