// Scopes: shadowing in blocks, if/else chains, redeclaration by :=, parameters, builtins, types, labels.
package main

import (
	"errors"
	"fmt"
)

var g = "global"

type T int

func get(n int) (int, error) {
	if n < 0 {
		return 0, errors.New("negative")
	}
	return n * 2, nil
}

func outerErr() (err error) {
	if v, err := get(-1); err != nil {
		_ = v
	}
	return err
}

func sameErr() (err error) {
	var v int
	if v, err = get(-1); err != nil {
		v++
	}
	return
}

func main() {
	fmt.Println(g)
	g := g + " shadowed"
	fmt.Println(g)
	x := 1
	{
		x := x + 1
		x++
		fmt.Println(x)
		{
			var x = "inner"
			fmt.Println(x)
		}
	}
	fmt.Println(x)
	if x := x * 10; x > 5 {
		fmt.Println("if", x)
	} else if y := x; y > 0 {
		fmt.Println(x, y)
	}
	a, err := get(1)
	p := &a
	b, err := get(-1)
	a, c := 5, 6
	fmt.Println(*p, a, b, c, err)
	fmt.Println(outerErr(), sameErr())

	len := func(s string) int { return -1 }
	fmt.Println(len("abc"))
	true := false
	fmt.Println(true, !true)
	type T struct{ s string }
	t := T{"local type"}
	fmt.Println(t.s)
	nil := "nil?"
	fmt.Println(nil)
	for i := 0; i < 2; i++ {
		i := i + 10
		i++
		fmt.Print(i, " ")
	}
	fmt.Println()
	func(x string) {
		x, y := x+"!", x
		fmt.Println(x, y)
	}("arg")
	switch x := any(x).(type) {
	case int:
		x += 100
		fmt.Println(x)
	}
	fmt.Println(x)
	func() {
		x = 50
		var x = x
		x++
	}()
	fmt.Println(x)
	var f func(int) int
	f = func(n int) int {
		if n == 0 {
			return 0
		}
		f := func(int) int { return 1000 }
		return n + f(n-1)
	}
	fmt.Println(f(3))
	string := 3
	fmt.Println(string + 1)
x:
	for {
		break x
	}
}

// Outcomes:
//	exit 0 "global\nglobal shadowed\n3\ninner\n1\nif 10\n5 5 0 6 negative\n<nil> negative\n-1\nfalse true\nlocal type\nnil?\n11 12 \narg! arg\n101\n1\n50\n1003\n4\n"
