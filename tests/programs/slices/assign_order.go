// Left sides of a parallel assignment: operands first, indices are checked one assignment after the other.
package main

import "fmt"

type pair struct{ a, b [2]int }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	m := map[int]int{}
	var s []int
	try(func() { m[2], s[1] = 2, 3 })
	fmt.Println(m)

	t := []int{0, 1}
	i := 0
	try(func() { i, t[i] = 1, 7 })
	fmt.Println(i, t)

	try(func() { t, t[1] = nil, 8 })
	fmt.Println(t)

	ps := []pair{{}, {}}
	j := 1
	try(func() { ps[0].a[j], ps[1].b[j], ps[j+1].b[j] = 4, 5, 6 })
	fmt.Println(ps)

	p := &ps[0].b
	try(func() { p[j], p = 9, nil })
	fmt.Println(ps[0].b, p == nil)

	get := func() (int, int) { return 11, 12 }
	u := []int{0}
	try(func() { u[0], u[j] = get() })
	fmt.Println(u)
}

// Outcomes:
//	exit 0 "runtime error: index out of range [1] with length 0\nmap[2:2]\n<nil>\n1 [7 1]\n<nil>\n[]\nruntime error: index out of range [2] with length 2\n[{[0 4] [0 0]} {[0 0] [0 5]}]\n<nil>\n[0 9] true\nruntime error: index out of range [1] with length 1\n[11]\n"
