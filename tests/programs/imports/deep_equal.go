// Of reflection there is DeepEqual, where a Go tree is installed.
package main

import (
	"errors"
	"fmt"
	"math"
	"reflect"
)

type node struct {
	v    int
	next *node
}

type all struct {
	a  int8
	b  []string
	c  map[string][]int
	d  any
	e  error
	f  func()
	g  [2]float64
	h  chan int
	p  *int
	in struct{ x, Y uint }
}

func ring(n int) *node {
	first := &node{v: n}
	first.next = &node{n + 1, first}
	return first
}

func main() {
	eq := func(x, y any) { fmt.Print(reflect.DeepEqual(x, y), " ") }
	one, other := 1, 1
	c := make(chan int)
	value := func() all {
		return all{1, []string{"x"}, map[string][]int{"k": {1}, "l": nil}, []any{1, "a"}, errors.New("e"), nil, [2]float64{1, 2}, c, &one, struct{ x, Y uint }{3, 4}}
	}
	x, y := value(), value()
	eq(x, y)
	eq(&x, &y)
	y.p = &other
	eq(x, y)
	y.c["l"] = []int{}
	eq(x, y)
	y = value()
	y.d = []any{1, 'a'}
	eq(x, y)
	y = value()
	y.h = make(chan int)
	eq(x, y)
	y = value()
	y.f = func() {}
	eq(y, y)
	y = value()
	y.in.x++
	eq(x, y)
	fmt.Println()

	eq(nil, nil)
	eq(nil, (*int)(nil))
	eq(error(nil), nil)
	eq(1, int64(1))
	eq([]int(nil), []int{})
	eq([]int{}, []int{})
	eq(map[int]int(nil), map[int]int{})
	eq([]byte("abc"), []byte("abc"))
	eq([]any{1, nil}, []any{1, nil})
	eq([]any{nil}, []any{(*int)(nil)})
	eq([]error{nil}, []error{nil})
	fmt.Println()

	nan := []float64{math.NaN()}
	eq(nan, nan)
	eq(nan, []float64{math.NaN()})
	eq(nan[0], nan[0])
	m := map[float64]int{math.NaN(): 1}
	eq(m, m)
	eq(m, map[float64]int{math.NaN(): 1})
	eq(map[any]int{1: 1, "a": 2, 1.5: 3}, map[any]int{1.5: 3, 1: 1, "a": 2})
	eq(map[*int]bool{&one: true, &other: false}, map[*int]bool{&other: false, &one: true})
	eq(map[*int]bool{&one: true}, map[*int]bool{&other: true})
	eq(math.Copysign(0, -1), 0.0)
	eq(2+3i, 2+3i)
	fmt.Println()

	eq(ring(1), ring(1))
	eq(ring(1), ring(2))
	r := ring(1)
	eq(r, r.next.next)
	type named []int
	eq(named{1}, []int{1})
	eq(named{1}, named{1})
	var e1, e2 any = &x, &x
	eq(&e1, &e2)
	eq(main, main)
	eq([1]func(){}, [1]func(){})
	eq([0]func(){}, [0]func(){})
	eq(struct{}{}, struct{}{})
	fmt.Println()
}

// Outcomes:
//	exit 0 "true true true false false false false false \ntrue false true false false true false true true false true \ntrue false false true false true true false true true \ntrue false true false true true false true true true \n"
