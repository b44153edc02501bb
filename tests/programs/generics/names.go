// How types are called that are the arguments of others: main's are main's, and those of functions have a number in their package.
package main

import (
	"fmt"
	"sync/atomic"
)

type T struct{}
type G[A any] struct{ a A }

func instance[Z any]() {
	type in struct{ z Z }
	fmt.Printf("%T %T\n", in{}, G[map[string]in]{})
}

func main() {
	type in struct{}
	type same = in
	fmt.Printf("%T %T %T\n", in{}, G[in]{}, G[[]same]{})
	{
		type in struct{ int }
		fmt.Printf("%T %T\n", G[*in]{}, in{})
	}
	fmt.Printf("%T %T\n", G[G[T]]{}, G[func(T, ...*atomic.Int32) (error, chan<- T)]{})
	fmt.Printf("%T %T\n", G[struct{ A T `x:"y"` }]{}, G[struct{ a T }]{})
	instance[int]()
	instance[T]()
	var e any = G[T]{}
	defer func() { fmt.Println(recover()) }()
	_ = e.(G[in])
}

// Outcomes:
//	exit 0 "main.in main.G[main.in·2] main.G[[]main.in·2]\nmain.G[*main.in·3] main.in\nmain.G[main.G[main.T]] main.G[func(main.T, ...*sync/atomic.Int32) (error, chan<- main.T)]\nmain.G[struct { A main.T \"x:\\\"y\\\"\" }] main.G[struct { main.a main.T }]\nmain.in[int] main.G[map[string]main.in[int]·1]\nmain.in[main.T] main.G[map[string]main.in[main.T]·1]\ninterface conversion: interface {} is main.G[main.T], not main.G[main.in·2]\n"
