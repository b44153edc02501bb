// The builtins min, max and clear.
package main

import (
	"fmt"
	"math"
)

func f(n int) int { fmt.Print("f", n, " "); return n }

func main() {
	fmt.Println(min(3, 1, 2), max(3, 1, 2), min("b", "a"), max("b", "abc"), min(2.5, 1), max(7))
	x, y := 4, 9
	fmt.Println(min(x, y), max(x, y), min(x, 2), max(x, 5, y))
	fmt.Println(min(f(3), f(1), f(2)))
	const c = min(1, 2.5, 'a')
	fmt.Println(c, max(int8(3), 100))
	nan := math.NaN()
	fmt.Println(min(1, nan), max(nan, 1), min(math.Inf(-1), 0.0))
	z := 0.0
	fmt.Println(1/min(z, -z), 1/max(math.Copysign(0, -1), z))
	s := []int{1, 2, 3}
	t := s[1:]
	clear(t)
	fmt.Println(s, len(t))
	m := map[string]int{"a": 1}
	n := m
	clear(m)
	fmt.Println(len(n), m)
	var nm map[string]bool
	clear(nm)
	ps := []*int{&x, nil}
	clear(ps)
	fmt.Println(ps[0] == nil, x)
	fmt.Println(len("héy"), cap([]int{1, 2}[:1]), len([...]int{5: 1}), len(map[int]int{1: 1}))
	ch := make(chan int, 4)
	ch <- 1
	fmt.Println(len(ch), cap(ch), copy(s, []int{9, 8}), s, append(s[:1], 5), *new(int))
	fmt.Println(complex(1, 2), real(1+2i), imag(1+2i))
}

// Outcomes:
//	exit 0 "1 3 a b 1 7\n4 9 2 9\nf3 f1 f2 1\n1 100\nNaN NaN -Inf\n-Inf +Inf\n[1 0 0] 2\n0 map[]\ntrue 4\n4 2 6 1\n1 4 2 [9 5 0] [9 5] 0\n(1+2i) 1 2\n"
