// Interfaces: dynamic types, nil, comparison, conversion, embedding, assertion.
package main

import (
	"errors"
	"fmt"
)

type Shape interface {
	Area() int
	Name() string
}
type Sized interface{ Size() int }
type Both interface {
	Shape
	Sized
}
type sq struct{ side int }

func (s sq) Area() int    { return s.side * s.side }
func (s sq) Name() string { return "sq" }
func (s sq) Size() int    { return s.side }

type rect struct{ w, h int }

func (r *rect) Area() int    { return r.w * r.h }
func (r *rect) Name() string { return "rect" }

type perr struct{}

func (*perr) Error() string { return "perr" }

func mayFail(fail bool) error {
	var p *perr
	if fail {
		p = &perr{}
	}
	return p
}

type str string

func (s str) String() string { return "<" + string(s) + ">" }

func main() {
	var s Shape
	fmt.Println(s == nil)
	s = sq{3}
	fmt.Println(s.Area(), s.Name(), s == sq{3}, s == sq{4}, s != nil)
	r := &rect{2, 5}
	s = r
	fmt.Println(s.Area(), s == r, s == &rect{2, 5})
	r.w = 10
	fmt.Println(s.Area())
	q := sq{6}
	s = q
	q.side = 1
	fmt.Println(s.Area())

	b, ok := s.(Both)
	fmt.Println(ok, b.Size())
	s = r
	_, ok = s.(Sized)
	fmt.Println(ok)
	s = b
	v, ok := s.(sq)
	fmt.Println(v, ok)
	z, ok := s.(*rect)
	fmt.Println(z == nil, ok)

	fmt.Println(mayFail(false) == nil, mayFail(true) == nil)

	var a, c any = 1, int64(1)
	fmt.Println(a == c, a == 1, c == int64(1), a == any(1))
	a, c = [2]int{1, 2}, [2]int{1, 2}
	fmt.Println(a == c)
	a, c = struct{ x any }{"s"}, struct{ x any }{"s"}
	fmt.Println(a == c)
	a, c = nil, (*int)(nil)
	fmt.Println(a == c, a == nil, c == nil)

	m := map[any]string{1: "int", "1": "string", 1.0: "float", sq{1}: "sq", nil: "nil", [1]bool{true}: "array"}
	fmt.Println(m[1], m["1"], m[1.0], m[sq{1}], m[nil], m[[1]bool{true}], m[int8(1)] == "")

	var st fmt.Stringer = str("hi")
	fmt.Println(st, st.String(), str("x"))
	fmt.Printf("%v %s %d %T\n", st, st, []int{1}, st)
	e1, e2 := errors.New("same"), errors.New("same")
	fmt.Println(e1 == e2, e1 == e1, e1.Error() == e2.Error())

	var f interface{ Area() int } = s
	fmt.Println(f.Area(), f.(Shape).Name())
	shapes := []Shape{sq{1}, &rect{1, 2}, sq{2}}
	total := 0
	for _, x := range shapes {
		total += x.Area()
	}
	fmt.Println(total)
}

// Outcomes:
//	exit 0 "true\n9 sq true false true\n10 true false\n50\n36\ntrue 6\nfalse\n{6} true\ntrue false\nfalse false\nfalse true true true\ntrue\ntrue\nfalse true false\nint string float sq nil array true\n<hi> <hi> <x>\n<hi> <hi> [1] main.str\nfalse true true\n36 sq\n7\n"
