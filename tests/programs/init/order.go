// Package initialisation: by dependency, then by order; functions and methods count; several init functions.
package main

import "fmt"

var (
	a    = c + b
	b    = f("b", 2)
	c    = f("c", 3)
	d    = func() int { return e * 2 }()
	e    = g()
	_    = f("blank", 0)
	x, y = pair()
	m    = map[string]int{"a": a, "b": b}
	t    T
	u    = t.get()
	h    = hidden
	p    = &q
	q    = f("q", 9)
	s    = []int{a, b, c}
)

var hidden = f("hidden", 5)

type T struct{ n int }

func (t T) get() int { return late + 1 }

var late = f("late", 40)

func f(name string, n int) int {
	fmt.Print(name, "=", n, " ")
	return n
}

func g() int { return a + 1 }

func pair() (int, int) {
	fmt.Print("pair ")
	return z, z + 1
}

var z = f("z", 7)

func init() {
	fmt.Println("\nfirst init", a, b, c)
	a = 100
}

func init() {
	fmt.Println("second init", a)
	if t.n == 0 {
		t.n = 1
	}
}

func main() {
	fmt.Println(a, b, c, d, e, x, y, m, u, h, *p, s, t.n)
}

func init() {
	fmt.Println("third init", t.n)
}

// Outcomes:
//	exit 0 "b=2 c=3 blank=0 q=9 hidden=5 late=40 z=7 pair \nfirst init 5 2 3\nsecond init 100\nthird init 1\n100 2 3 12 6 7 8 map[a:5 b:2] 41 5 9 [5 2 3] 1\n"
