// Type switches: bound variable, nil case, lists, interface cases, fallthrough to default, no binding.
package main

import (
	"errors"
	"fmt"
)

type shape interface{ area() int }
type sq int
type rect struct{ w, h int }

func (s sq) area() int    { return int(s * s) }
func (r *rect) area() int { return r.w * r.h }

type E struct{ code int }

func (e E) Error() string { return fmt.Sprint("E", e.code) }

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int:
		return fmt.Sprint("int ", x+1)
	case int8, int16:
		return fmt.Sprintf("small %v %T", x, x)
	case string:
		return "string " + x[:1]
	case []int:
		return fmt.Sprint("slice ", len(x))
	case map[string]int:
		return fmt.Sprint("map ", x["k"])
	case func(int) int:
		return fmt.Sprint("func ", x(3))
	case *rect:
		x.w++
		return fmt.Sprint("rect ", x.area())
	case shape:
		return fmt.Sprint("shape ", x.area())
	case error:
		return "error " + x.Error()
	case struct{ a int }:
		return fmt.Sprint("anon ", x.a)
	case chan int:
		return fmt.Sprint("chan ", cap(x))
	case [2]bool:
		return fmt.Sprint("array ", x[1])
	case *int:
		return fmt.Sprint("pointer ", x == nil)
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func classify(err error) string {
	switch err := err.(type) {
	case E:
		return fmt.Sprint("code ", err.code)
	case interface{ Unwrap() error }:
		return "wraps " + classify(err.Unwrap())
	case nil:
		return "none"
	}
	return "unknown"
}

func main() {
	r := &rect{2, 3}
	for _, v := range []any{nil, 4, int8(1), int16(2), "hey", []int{1, 2}, map[string]int{"k": 9}, func(x int) int { return x * x },
		r, sq(5), E{7}, errors.New("plain"), struct{ a int }{8}, make(chan int, 3), [2]bool{true}, (*int)(nil), 1.5, uint(3), struct{}{}} {
		fmt.Println(describe(v))
	}
	fmt.Println(r.w)
	fmt.Println(classify(E{1}), classify(fmt.Errorf("x: %w", E{2})), classify(nil), classify(errors.New("q")))
	var s shape = sq(2)
	switch s.(type) {
	case *rect:
		fmt.Println("rect")
	case sq:
		fmt.Println("sq")
	}
	switch y := any(s).(type) {
	case interface{ perimeter() int }:
		fmt.Println("no", y)
	case interface{ area() int }:
		fmt.Println("has area", y)
	}
	switch v := any(3); x := v.(type) {
	case int, string:
		fmt.Printf("%T\n", x)
	}
	var np *rect
	switch x := shape(np).(type) {
	case nil:
		fmt.Println("nil interface")
	case *rect:
		fmt.Println("typed nil", x == nil)
	}
}

// Outcomes:
//	exit 0 "nil\nint 5\nsmall 1 int8\nsmall 2 int16\nstring h\nslice 2\nmap 9\nfunc 9\nrect 9\nshape 25\nerror E7\nerror plain\nanon 8\nchan 3\narray false\npointer true\nother float64\nother uint\nother struct {}\n3\ncode 1 wraps code 2 none unknown\nsq\nhas area 2\nint\ntyped nil true\n"
