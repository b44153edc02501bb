// Arrays are values: assignment, passing and ranging copy them; comparison is by element.

//go:build go1.22

package main

import "fmt"

type grid [2][3]int

func set(a [3]int) [3]int { a[0] = 100; return a }
func setp(a *[3]int)      { a[0] = 100 }
func (g grid) sum() (n int) {
	for _, row := range g {
		for _, v := range row {
			n += v
		}
	}
	return
}
func (g *grid) put(i, j, v int) { g[i][j] = v }

func main() {
	a := [3]int{1, 2, 3}
	b := a
	b[1] = 20
	fmt.Println(a, b, a == b, a == [3]int{1, 2, 3})
	fmt.Println(set(a), a)
	setp(&a)
	fmt.Println(a, len(a), cap(a))
	c := [...]string{2: "c", 0: "a"}
	fmt.Printf("%q %d\n", c, len(c))
	const last = 'e' - 'a'
	d := [...]int{last: 1, 'b' - 'a': 5, 6}
	fmt.Println(d)

	var g grid
	g.put(1, 2, 7)
	h := g
	h.put(0, 0, 1)
	fmt.Println(g, h, g.sum(), h.sum(), g == h)
	row := g[1]
	row[0] = 50
	fmt.Println(g[1], row)
	p := &g[1]
	p[0] = 60
	fmt.Println(g)

	for i, v := range a {
		a[2] = 1000
		if i == 2 {
			fmt.Println("copied", v)
		}
	}
	for i, v := range &a {
		a[2] = 2000 + i
		if i == 2 {
			fmt.Println("not copied", v)
		}
	}
	structs := [2]struct{ n int }{{1}, {2}}
	for _, s := range structs {
		s.n = 9
	}
	fmt.Println(structs)
	for i := range structs {
		structs[i].n *= 10
	}
	fmt.Println(structs)
	m := map[string][2]int{"x": {1, 2}}
	v := m["x"]
	v[0] = 5
	fmt.Println(m, v)
	var e [0]int
	fmt.Println(e, len(e), e == [0]int{})
	s := a[:]
	s[0] = -1
	fmt.Println(a[0], len(s[1:2]), cap(s[1:2]))
	var fs [3]func() int
	for i := range fs {
		fs[i] = func() int { return i * i }
	}
	fmt.Println(fs[0](), fs[1](), fs[2]())
	var iface any = a
	a[0] = 3
	fmt.Println(iface.([3]int)[0], a[0])
	x, y := [2]any{1, "a"}, [2]any{1, "a"}
	fmt.Println(x == y)
	ch := make(chan [2]int, 1)
	arr := [2]int{1, 2}
	ch <- arr
	arr[0] = 9
	fmt.Println(<-ch, arr)
}

// Outcomes:
//	exit 0 "[1 2 3] [1 20 3] false true\n[100 2 3] [1 2 3]\n[100 2 3] 3 3\n[\"a\" \"\" \"c\"] 3\n[0 5 6 0 1]\n[[0 0 0] [0 0 7]] [[1 0 0] [0 0 7]] 7 8 false\n[0 0 7] [50 0 7]\n[[0 0 0] [60 0 7]]\ncopied 3\nnot copied 2001\n[{1} {2}]\n[{10} {20}]\nmap[x:[1 2]] [5 2]\n[] 0 true\n-1 1 2\n0 1 4\n-1 3\ntrue\n[1 2] [9 2]\n"
