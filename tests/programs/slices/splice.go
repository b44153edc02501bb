// Insert and Replace leave the old array as it is where they need a larger one, and so two goroutines may do it to one slice.

//go:build go1.22

package main

import (
	"fmt"
	"slices"
)

func show(old, out []int) { fmt.Println(old[:cap(old)], out, cap(out)) }

func three(capacity int) []int { return append(make([]int, 0, capacity), 1, 2, 3) }

func main() {
	for _, capacity := range []int{3, 5} {
		s := three(capacity)
		show(s, slices.Insert(s, 1, 9))
		s = three(capacity)
		show(s, slices.Insert(s, 1, s[1:]...))
		s = three(capacity)
		show(s, slices.Replace(s, 0, 1, 7, 8))
		s = three(capacity)
		show(s, slices.Replace(s, 1, 3, 7))
		s = three(capacity)
		show(s, slices.Replace(s, 1, 2, s...))
	}
	fmt.Println(slices.Insert([]int(nil), 0) == nil, cap(slices.Concat([]int{1, 2}, []int{3})))
	near := func(a, b int) bool { fmt.Print(a, b, " "); return a-b < 2 }
	fmt.Println(slices.CompactFunc([]int{1, 2, 3, 5, 6, 9}, near))

	full := []int{1, 2, 3}
	done := make(chan []int)
	for i := range 2 {
		go func() { done <- slices.Insert(full, 1, i) }()
	}
	a, b := <-done, <-done
	fmt.Println(a[1]+b[1], full)
}

// Outcomes:
//	exit 0 "[1 2 3] [1 9 2 3] 6\n[1 2 3] [1 2 3 2 3] 6\n[1 2 3] [7 8 2 3] 6\n[1 7 0] [1 7] 3\n[1 2 3] [1 1 2 3 3] 6\n[1 9 2 3 0] [1 9 2 3] 5\n[1 2 3 2 3] [1 2 3 2 3] 5\n[7 8 2 3 0] [7 8 2 3] 5\n[1 7 0 0 0] [1 7] 5\n[1 1 2 3 3] [1 1 2 3 3] 5\ntrue 3\n2 1 3 2 5 3 6 5 9 6 [1 5 9]\n1 [1 2 3]\n"
