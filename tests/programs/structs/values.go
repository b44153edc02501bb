// Structs: copies, pointers, comparison, anonymous types, zero values, nested, tags, printing.
package main

import "fmt"

type point struct{ X, Y int }
type line struct {
	from, to point
	label    string `json:"label"`
}
type list struct {
	v    int
	next *list
}
type mixed struct {
	b  bool
	s  []int
	m  map[string]int
	p  *point
	f  func()
	i  any
	ch chan int
}

func move(p point) point { p.X++; return p }
func (p *point) shift()  { p.X, p.Y = p.Y, p.X }

func main() {
	p := point{1, 2}
	q := p
	q.X = 10
	fmt.Println(p, q, p == q, p == point{Y: 2, X: 1}, move(p), p)
	r := &p
	r.Y = 7
	(*r).X = 6
	r.shift()
	fmt.Println(p, *r)
	l := line{from: p, label: "l"}
	l.to.X = 5
	k := l
	k.from.X = -1
	fmt.Println(l, k)
	fmt.Printf("%v %+v\n", l, l)
	fmt.Printf("%#v %T\n", p, l)
	pp := &l.to
	pp.Y = 33
	fmt.Println(l.to)

	var head *list
	for i := range 4 {
		head = &list{i, head}
	}
	for n := head; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	var prev *list
	for head != nil {
		head.next, prev, head = prev, head, head.next
	}
	for n := prev; n != nil; n = n.next {
		fmt.Print(n.v, " ")
	}
	fmt.Println()

	var m mixed
	fmt.Println(m.b, m.s == nil, m.m == nil, m.p == nil, m.f == nil, m.i == nil, m.ch == nil)
	a := struct {
		x int
		y string
	}{1, "a"}
	b := struct {
		x int
		y string
	}{1, "a"}
	fmt.Println(a == b)
	type local struct {
		x int
		y string
	}
	c := local(a)
	a = c
	fmt.Println(c, c == b)
	ps := []*point{{1, 2}, {3, 4}}
	for _, e := range ps {
		e.shift()
	}
	fmt.Println(*ps[0], *ps[1])
	mp := map[point]string{{1, 2}: "a"}
	fmt.Println(mp[point{1, 2}], mp)
	var empty struct{}
	fmt.Println(empty, empty == struct{}{})
	nested := []struct {
		name string
		pts  []point
	}{{"a", []point{{1, 1}}}, {"b", nil}}
	nested[1].pts = append(nested[1].pts, point{2, 2})
	fmt.Println(nested)
	x := new(point)
	*x = point{8, 9}
	y := *x
	x.X = 0
	fmt.Println(*x, y, new(int) == new(int))
	arr := [2]point{{1, 2}}
	arr[1].Y = 4
	fmt.Println(arr)
	f := func() point { return point{4, 5} }
	fmt.Println(f().X + f().Y)
}

// Outcomes:
//	exit 0 "{1 2} {10 2} false true {2 2} {1 2}\n{7 6} {7 6}\n{{7 6} {5 0} l} {{-1 6} {5 0} l}\n{{7 6} {5 0} l} {from:{X:7 Y:6} to:{X:5 Y:0} label:l}\nmain.point{X:7, Y:6} main.line\n{5 33}\n3 2 1 0 0 1 2 3 \nfalse true true true true true true\ntrue\n{1 a} true\n{2 1} {4 3}\na map[{1 2}:a]\n{} true\n[{a [{1 1}]} {b [{2 2}]}]\n{0 9} {8 9} false\n[{1 2} {0 4}]\n9\n"
