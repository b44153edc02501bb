// math/bits divides as the language does: its panics are run-time errors.
package main

import (
	"fmt"
	"math/bits"
	"runtime"
)

func try(divide func()) {
	defer func() {
		r := recover()
		_, ok := r.(runtime.Error)
		fmt.Println(r, ok)
	}()
	divide()
}

func main() {
	try(func() { fmt.Print(bits.Div64(1, 2, 0)) })
	try(func() { fmt.Print(bits.Div64(2, 0, 2)) })
	try(func() { fmt.Print(bits.Div32(2, 0, 2)) })
	try(func() { fmt.Print(bits.Div32(2, 0, 0)) })
	try(func() { fmt.Print(bits.Div(3, 0, 2)) })
	try(func() { fmt.Print(bits.Rem(3, 1, 0)) })
	try(func() { fmt.Print(bits.Rem32(3, 1, 2)) })
	try(func() { fmt.Print(bits.Div32(1, 7, 3)) })
}

// Outcomes:
//	exit 0 "runtime error: integer divide by zero true\nruntime error: integer overflow true\nruntime error: integer overflow true\nruntime error: integer divide by zero true\nruntime error: integer overflow true\nruntime error: integer divide by zero true\n1<nil> false\n1431655767 2<nil> false\n"
