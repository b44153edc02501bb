// Where equal elements end, of more than the dozen that are inserted one by one, is the same each time, and as in Go.

package main

import (
	"fmt"
	"slices"
	"sort"
)

type element struct{ key, number int }

type byKey []element

func (s byKey) Len() int           { return len(s) }
func (s byKey) Less(i, j int) bool { return s[i].key < s[j].key }
func (s byKey) Swap(i, j int)      { s[i], s[j] = s[j], s[i] }

func numbers(s []element) (out []int) {
	for _, e := range s {
		out = append(out, e.number)
	}
	return out
}

// digest is long enough a text of the order to tell it from others.
func digest(s []element) (h uint32) {
	for _, e := range s {
		h = h*31 + uint32(e.number)
	}
	return h
}

func main() {
	for _, n := range []int{12, 13, 40, 60, 120} {
		patterns := []func(i int) int{
			func(i int) int { return i % 3 },
			func(i int) int { return (n - i) / 4 },
			func(i int) int { return min(i, n-i) / 2 },
			func(i int) int { return i * i % 11 },
		}
		for _, key := range patterns {
			var s []element
			for i := range n {
				s = append(s, element{key(i), i})
			}
			a, b, c, d := slices.Clone(s), slices.Clone(s), slices.Clone(s), slices.Clone(s)
			calls := 0
			slices.SortFunc(a, func(x, y element) int { calls++; return x.key - y.key })
			sort.Sort(byKey(b))
			sort.Slice(c, func(i, j int) bool { return c[i].key < c[j].key })
			slices.SortStableFunc(d, func(x, y element) int { return x.key - y.key })
			fmt.Println(n, digest(a), digest(b) == digest(a), digest(c) == digest(a), digest(d), calls, digest(slices.SortedStableFunc(slices.Values(s), func(x, y element) int { return x.key - y.key })) == digest(d))
			if n == 13 {
				fmt.Println(numbers(a))
			}
		}
	}
}

// Outcomes:
//	exit 0 "12 4140340178 true true 4140340178 29 true\n12 1777618994 true true 1777618994 59 true\n12 1637629528 true true 1637629528 32 true\n12 1837050436 true true 1837050436 41 true\n13 2146120466 true true 1714764946 55 true\n[6 3 0 9 12 1 4 7 10 2 5 8 11]\n13 2833945768 true true 2261239088 33 true\n[10 12 11 9 6 7 8 4 5 3 2 0 1]\n13 1061430056 true true 60301232 32 true\n[0 1 12 2 3 11 10 9 8 5 4 7 6]\n13 2078982246 true true 2958041576 32 true\n[0 11 1 12 10 5 6 9 2 7 4 8 3]\n40 1274752678 true true 507990518 114 true\n40 2191579582 true true 668208136 142 true\n40 1975652562 true true 3198562332 161 true\n40 734654192 true true 3321335730 157 true\n60 2585462526 true true 953437978 181 true\n60 3791444234 true true 3932739562 268 true\n60 501036376 true true 4136086440 276 true\n60 900373106 true true 1064564412 235 true\n120 2102954766 true true 2697440308 348 true\n120 3646472074 true true 1586721680 529 true\n120 2190367236 true true 3708556876 745 true\n120 3660107428 true true 2346978862 496 true\n"
