//go:build go1.26

package main

import (
	"errors"
	"fmt"
	"io"
)

type A interface{ a() }
type B interface {
	A
	b()
}
type T1 struct{}
type T2 struct{}
type T3[T any] struct{ v T }

func (T1) a()    {}
func (*T2) a()   {}
func (*T2) b()   {}
func (T3[T]) a() {}

func what(x any) string {
	switch v := x.(type) {
	case nil:
		return "nil"
	case int, int8:
		return fmt.Sprintf("int-ish %v", v)
	case B:
		return "B"
	case A:
		return fmt.Sprintf("A %T", v)
	case error:
		return "error " + v.Error()
	case func() int:
		return fmt.Sprint("func ", v())
	case []any:
		s := ""
		for _, e := range v {
			s += what(e) + ","
		}
		return s
	case map[string]int:
		return fmt.Sprint(len(v))
	case chan int:
		return "chan"
	case *int:
		return fmt.Sprint(*v)
	case struct{ X int }:
		return fmt.Sprint("anon", v.X)
	case [2]int:
		return fmt.Sprint("arr", v[1])
	case interface{ Foo() }:
		return "foo"
	case fmt.Stringer, io.Reader:
		return fmt.Sprintf("multi %T", v)
	case bool:
		if v {
			return "yes"
		}
		return "no"
	}
	return fmt.Sprintf("? %T", x)
}
func gen[T any](x any) string {
	switch x.(type) {
	case T:
		return "T"
	case []T:
		return "[]T"
	case *T:
		return "*T"
	case map[string]T:
		return "map"
	case func(T) T:
		return "func"
	case T3[T]:
		return "T3"
	case interface{ M(T) }:
		return "M"
	}
	return "-"
}

type S string

func (s S) String() string { return string(s) }

type mm struct{}

func (mm) M(int) {}

func main() {
	n := 5
	for _, x := range []any{nil, 1, int8(2), int16(3), T1{}, &T1{}, T2{}, &T2{}, T3[int]{1}, errors.New("e"), func() int { return 4 }, []any{1, nil, true}, map[string]int{"a": 1}, make(chan int), make(chan<- int), &n, struct{ X int }{7}, struct{ Y int }{7}, [2]int{1, 2}, S("s"), 1.5, "str", []int{}, uint(3)} {
		fmt.Println(what(x))
	}
	for _, x := range []any{1, []int{}, &n, map[string]int{}, func(int) int { return 0 }, T3[int]{}, mm{}, "s", nil} {
		fmt.Print(gen[int](x), gen[string](x), gen[any](x), " ")
	}
	fmt.Println()
	var a A = T1{}
	switch a := a.(type) {
	case B:
		fmt.Println("B", a)
	default:
		fmt.Printf("%T\n", a)
	}
	if _, ok := a.(B); !ok {
		fmt.Println("not B")
	}
	a = &T2{}
	b, ok := a.(B)
	fmt.Println(b != nil, ok)
	var e error = io.EOF
	switch e {
	case io.ErrUnexpectedEOF:
		fmt.Println("unexp")
	case io.EOF:
		fmt.Println("EOF")
	}
	switch x := any(3); x {
	case 3.0:
		fmt.Println("float")
	case 3:
		fmt.Println("int")
	}
	switch {
	case n > 3 && n < 10:
		fmt.Println("mid")
	}
	switch f := 2; f {
	case 1, 2, 3:
		fmt.Println("123")
	case 4:
	}
	var i any = n
	if v, ok := i.(int); ok && v == 5 {
		fmt.Println("five")
	}
	if _, ok := i.(fmt.Stringer); ok {
		fmt.Println("no")
	}
}

// Outcomes:
//	exit 0 "nil\nint-ish 1\nint-ish 2\n? int16\nA main.T1\nA *main.T1\n? main.T2\nB\nA main.T3[int]\nerror e\nfunc 4\nint-ish 1,nil,yes,\n1\nchan\n? chan<- int\n5\nanon7\n? struct { Y int }\narr2\nmulti main.S\n? float64\n? string\n? []int\n? uint\nT-T []T-T *T-T map-T func-T T3-T M-T -TT --- \nmain.T1\nnot B\ntrue true\nEOF\nint\nmid\n123\nfive\n"
