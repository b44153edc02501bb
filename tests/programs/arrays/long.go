// Arrays that are too long for a frame are values all the same: copied where they are assigned, passed, returned, ranged over,
// captured and sent, and each round of a loop has its own.
package main

import "fmt"

const n = 300

type table [n]int

func (t table) with(i, v int) table {
	t[i] = v
	return t
}

func (t *table) set(i, v int) { t[i] = v }

func filled(v int) (a [n]int) {
	defer func() { a[1] = a[0] + 1 }()
	for i := range a {
		a[i] = v
	}
	return a
}

func change(a [n]int) int {
	a[0]++
	return a[0]
}

func length[A ~[n]E, E any](a A, e E) (A, int) {
	b := a
	b[2] = e
	return b, len(b)
}

func main() {
	var a [n]int
	b := a
	b[0] = 7
	fmt.Println(a[0], b[0], a == b, change(b), b[0])
	c := filled(3)
	fmt.Println(c[0], c[1], c[n-1])

	var t table
	u := t.with(5, 6)
	t.set(5, 8)
	fmt.Println(t[5], u[5])
	v, size := length(u, 9)
	fmt.Println(u[2], v[2], size)

	for i, x := range b {
		b[i] = 1
		if i < 2 {
			fmt.Println(i, x)
		}
	}
	p := &b
	for i, x := range p {
		p[n-1] = 5
		if i == n-1 {
			fmt.Println(x)
		}
	}

	var later []func() int
	for w := ([n]int{}); w[0] < 3; w[0]++ {
		later = append(later, func() int { w[1] += 10; return w[0] + w[1] })
	}
	for _, f := range later {
		fmt.Println(f(), f())
	}

	ch := make(chan [n]int)
	go func() {
		a[0] = 20
		ch <- a
		a[0] = 30
		ch <- a
	}()
	first, second := <-ch, <-ch
	fmt.Println(first[0], second[0])

	var x, y any = first, second
	fmt.Println(x == y, x == any(first))
	s := struct{ a [n]int }{first}
	s.a[0] = 1
	first, second = second, first
	fmt.Println(s.a[0], first[0], second[0])
	defer func() { fmt.Println(recover(), first[n-1]) }()
	i := n
	first[n-1] = 4
	first[i] = 1
}

// Outcomes:
//	exit 0 "0 7 false 8 7\n3 4 3\n8 6\n0 9 300\n0 7\n1 0\n5\n10 20\n11 21\n12 22\n20 30\nfalse true\n1 30 20\nruntime error: index out of range [300] with length 300 4\n"
