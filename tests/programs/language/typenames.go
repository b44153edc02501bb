//go:build go1.26

package main

import "fmt"

type T struct{}
type G[A any, B comparable] struct {
	a A
	b B
}
type F func(a int, b ...string) (x error)
type I interface {
	M(int) string
	fmt.Stringer
}
type R struct {
	next *R
	m    map[string][]chan<- int
}

func local() any          { type T int; return T(1) }
func gen[X any]() any     { type L struct{ x X }; return L{} }
func gen2[X any](x X) any { return func(X) (X, bool) { return x, true } }

func main() {
	for _, v := range []any{
		1, int8(1), uint(1), uintptr(1), 'a', byte(1), 1.5, float32(1), 1i, complex64(1), "s", true, nil,
		[]int{}, [3]string{}, map[string]bool{}, make(chan int), make(<-chan int), make(chan<- int), make(chan (<-chan int)), make(chan<- (chan int)),
		func() {}, func(int, ...string) (int, error) { return 0, nil }, F(nil), (*int)(nil), (**T)(nil), T{}, &T{}, struct{}{},
		struct {
			A int
			b string "tag"
		}{}, struct {
			T
			*R
		}{}, []any{}, []error{}, [2][3]int{}, map[[2]int]struct{ x any }{},
		G[int, string]{}, &G[[]T, *T]{}, G[G[int, int], any]{}, G[func(int) T, struct{ a int }]{}, local(), gen[int](), gen[T](), gen[map[string]T](), gen2(1), gen2(T{}),
		(*I)(nil), (*interface {
			A()
			B(int)
		})(nil), []interface{}{}, (*error)(nil), (*fmt.Stringer)(nil), func(any) {},
	} {
		fmt.Printf("%T\n", v)
	}
}

// Outcomes:
//	exit 0 "int\nint8\nuint\nuintptr\nint32\nuint8\nfloat64\nfloat32\ncomplex128\ncomplex64\nstring\nbool\n<nil>\n[]int\n[3]string\nmap[string]bool\nchan int\n<-chan int\nchan<- int\nchan (<-chan int)\nchan<- chan int\nfunc()\nfunc(int, ...string) (int, error)\nmain.F\n*int\n**main.T\nmain.T\n*main.T\nstruct {}\nstruct { A int; b string \"tag\" }\nstruct { main.T; *main.R }\n[]interface {}\n[]error\n[2][3]int\nmap[[2]int]struct { x interface {} }\nmain.G[int,string]\n*main.G[[]main.T,*main.T]\nmain.G[main.G[int,int],interface {}]\nmain.G[func(int) main.T,struct { main.a int }]\nmain.T\nmain.L[int]\nmain.L[main.T]\nmain.L[map[string]main.T]\nfunc(int) (int, bool)\nfunc(main.T) (main.T, bool)\n*main.I\n*interface { A(); B(int) }\n[]interface {}\n*error\n*fmt.Stringer\nfunc(interface {})\n"
