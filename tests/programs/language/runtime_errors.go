//go:build go1.26

package main

import (
	"errors"
	"fmt"
	"runtime"
)

type I interface{ M() }
type T struct{}

func (T) M() {}

type J interface {
	N()
	M()
}

func try(name string, f func()) {
	defer func() {
		r := recover()
		re, ok := r.(runtime.Error)
		fmt.Printf("%s: %v %v\n", name, r, ok)
		if ok {
			var e error = re
			var ta *runtime.TypeAssertionError
			fmt.Println(errors.As(e, &ta))
		}
	}()
	f()
}

func main() {
	var s []int
	var m map[string]int
	var p *struct{ x int }
	var i any
	var ii I
	var fn func()
	var arr [3]int
	k, z := 5, 0
	neg := -1
	try("index", func() { _ = s[k] })
	try("index neg", func() { _ = s[neg] })
	try("arr", func() { _ = arr[k] })
	try("str", func() { _ = "abc"[k] })
	try("slice", func() { _ = s[k:] })
	try("slice2", func() { _ = s[:k] })
	try("slice3", func() { s = make([]int, 3, 4); a, b := 3, 2; _ = s[a:b] })
	try("slice4", func() { _ = s[0:1:k] })
	try("slice5", func() { a := 3; _ = s[0:a:2] })
	try("strslice", func() { _ = "abc"[k:] })
	try("strslice2", func() { a := 2; _ = "abc"[a:1] })
	try("arrslice", func() { _ = arr[:k] })
	try("map", func() { m["a"] = 1 })
	try("nil", func() { _ = p.x })
	try("div", func() { _ = k / z })
	try("mod", func() { _ = k % z })
	try("assert", func() { _ = i.(int) })
	try("assert2", func() { i = "x"; _ = i.(int) })
	try("assert3", func() { i = T{}; _ = i.(J) })
	try("assert4", func() { i = T{}; _ = i.(fmt.Stringer) })
	try("assert5", func() { ii = nil; _ = ii.(T) })
	try("assert6", func() { ii = T{}; _ = ii.(J) })
	try("nilcall", func() { ii = nil; ii.M() })
	try("nilfn", func() { fn() })
	try("makeslice", func() { _ = make([]int, neg) })
	try("makecap", func() { _ = make([]int, 2, neg+2) })
	try("makechan", func() { _ = make(chan int, neg) })
	try("closenil", func() { var c chan int; close(c) })
	try("close2", func() { c := make(chan int); close(c); close(c) })
	try("sendclosed", func() { c := make(chan int, 1); close(c); c <- 1 })
	try("hash", func() { mm := map[any]int{}; mm[[]int{1}] = 2 })
	try("hash2", func() { mm := map[any]int{}; mm[func() {}] = 2 })
	try("hash3", func() { mm := map[any]int{}; _ = mm[map[int]int{}] })
	try("hash4", func() { mm := map[any]int{}; delete(mm, struct{ f []int }{}) })
	try("hash5", func() { mm := map[[1]any]int{}; mm[[1]any{[]string{}}]++ })
	try("cmp", func() { var a, b any = []int{1}, []int{1}; _ = a == b })
	try("cmp2", func() { var a, b any = struct{ f func() }{}, struct{ f func() }{}; _ = a == b })
	try("cmp3", func() { var a, b any = [1]map[int]int{}, [1]map[int]int{}; fmt.Println(a == b) })
	try("cmp4", func() {
		var a, b any = struct {
			x int
			f []int
		}{x: 1}, struct {
			x int
			f []int
		}{x: 2}
		fmt.Println(a == b)
	})
	try("shift", func() { _ = 1 << neg })
	try("toarr", func() { _ = [4]int(s) })
	try("toarr2", func() { _ = (*[5]int)(s) })
	try("panicnil", func() { panic(nil) })
	try("err", func() { panic(errors.New("x")) })
	try("clear", func() { clear(m); clear(s) })
	try("wg", func() { var a [2]int; x := a[:]; _ = x[: 3 : 2+z] })
	try("copy", func() { var q *[]int; copy(*q, s) })
	try("min", func() { fmt.Println(min(k, z), max(2.5, float64(k))) })
}

// Outcomes:
//	exit 0 "index: runtime error: index out of range [5] with length 0 true\nfalse\nindex neg: runtime error: index out of range [-1] true\nfalse\narr: runtime error: index out of range [5] with length 3 true\nfalse\nstr: runtime error: index out of range [5] with length 3 true\nfalse\nslice: runtime error: slice bounds out of range [5:0] true\nfalse\nslice2: runtime error: slice bounds out of range [:5] with capacity 0 true\nfalse\nslice3: runtime error: slice bounds out of range [3:2] true\nfalse\nslice4: runtime error: slice bounds out of range [::5] with capacity 4 true\nfalse\nslice5: runtime error: slice bounds out of range [:3:2] true\nfalse\nstrslice: runtime error: slice bounds out of range [5:3] true\nfalse\nstrslice2: runtime error: slice bounds out of range [2:1] true\nfalse\narrslice: runtime error: slice bounds out of range [:5] with length 3 true\nfalse\nmap: assignment to entry in nil map true\nfalse\nnil: runtime error: invalid memory address or nil pointer dereference true\nfalse\ndiv: runtime error: integer divide by zero true\nfalse\nmod: runtime error: integer divide by zero true\nfalse\nassert: interface conversion: interface {} is nil, not int true\ntrue\nassert2: interface conversion: interface {} is string, not int true\ntrue\nassert3: interface conversion: main.T is not main.J: missing method N true\ntrue\nassert4: interface conversion: main.T is not fmt.Stringer: missing method String true\ntrue\nassert5: interface conversion: main.I is nil, not main.T true\ntrue\nassert6: interface conversion: main.T is not main.J: missing method N true\ntrue\nnilcall: runtime error: invalid memory address or nil pointer dereference true\nfalse\nnilfn: runtime error: invalid memory address or nil pointer dereference true\nfalse\nmakeslice: runtime error: makeslice: len out of range true\nfalse\nmakecap: runtime error: makeslice: cap out of range true\nfalse\nmakechan: makechan: size out of range true\nfalse\nclosenil: close of nil channel true\nfalse\nclose2: close of closed channel true\nfalse\nsendclosed: send on closed channel true\nfalse\nhash: runtime error: hash of unhashable type []int true\nfalse\nhash2: runtime error: hash of unhashable type func() true\nfalse\nhash3: hash of unhashable type: map[int]int true\nfalse\nhash4: hash of unhashable type: struct { f []int } true\nfalse\nhash5: runtime error: hash of unhashable type []string true\nfalse\ncmp: runtime error: comparing uncomparable type []int true\nfalse\ncmp2: runtime error: comparing uncomparable type struct { f func() } true\nfalse\ncmp3: runtime error: comparing uncomparable type [1]map[int]int true\nfalse\ncmp4: runtime error: comparing uncomparable type struct { x int; f []int } true\nfalse\nshift: runtime error: negative shift amount true\nfalse\ntoarr: runtime error: cannot convert slice with length 3 to array or pointer to array with length 4 true\nfalse\ntoarr2: runtime error: cannot convert slice with length 3 to array or pointer to array with length 5 true\nfalse\npanicnil: panic called with nil argument true\nfalse\nerr: x false\nclear: <nil> false\nwg: runtime error: slice bounds out of range [:3:2] true\nfalse\ncopy: runtime error: invalid memory address or nil pointer dereference true\nfalse\n0 5\nmin: <nil> false\n"
