//go:build go1.26

package main

import "fmt"

type op func(int) op

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}
func fib() func() int {
	a, b := 0, 1
	return func() (r int) { r, a, b = a, b, a+b; return }
}
func curry(f func(int, int) int) func(int) func(int) int {
	return func(a int) func(int) int { return func(b int) int { return f(a, b) } }
}
func variadic(pre string, xs ...int) string { return fmt.Sprint(pre, len(xs), xs == nil, xs) }
func multi() (int, string, error)           { return 1, "a", nil }
func take(n int, s string, e error) string  { return fmt.Sprint(n, s, e) }
func vtake(xs ...any) int                   { return len(xs) }

func main() {
	inc, set := counter()
	inc()
	set()
	fmt.Println(inc())
	f := fib()
	for range 10 {
		fmt.Print(f(), " ")
	}
	fmt.Println(curry(func(a, b int) int { return a - b })(5)(3))
	fmt.Println(variadic("x"), variadic("x", 1, 2), variadic("x", []int{}...), variadic("x", nil...))
	fmt.Println(take(multi()), vtake(multi()), vtake(), vtake(nil), vtake(nil...), vtake([]any{1, 2}...), vtake([]any{1, 2}))
	var rec func(int) int
	rec = func(n int) int {
		if n < 2 {
			return 1
		}
		return n * rec(n-1)
	}
	fmt.Println(rec(10))
	var o op
	total := 0
	o = func(i int) op { total += i; return o }
	o(1)(2)(3)
	fmt.Println(total)
	x := 1
	{
		x := 2
		x++
		_ = x
	}
	if x := 5; x > 3 {
		fmt.Println("inner", x)
	} else if y := x; y > 0 {
		fmt.Println(y)
	}
	fmt.Println(x)
	x, y := 3, 4
	fmt.Println(x, y)
	func() { x, y := y, x; fmt.Println(x, y) }()
	defer func(f func() string) { fmt.Println(f()) }(func() string { return fmt.Sprint("late ", x) })
	x = 50
	fns := map[string]func(float64, float64) float64{"+": func(a, b float64) float64 { return a + b }, "/": func(a, b float64) float64 { return a / b }}
	fmt.Println(fns["+"](1, 2), fns["/"](1, 0), fns["*"] == nil)
	type node struct {
		v    int
		next func() *node
	}
	n := &node{1, func() *node { return &node{2, nil} }}
	fmt.Println(n.next().v, n.next().next == nil)
	len := func(s string) int { return 99 }
	fmt.Println(len("abc"))
	true := false
	fmt.Println(true, !true)
	type int string
	var z int = "int is a string"
	fmt.Println(z)
	nil := 3
	fmt.Println(nil)
	ch := make(chan func() string, 1)
	ch <- func() string { return "from chan" }
	fmt.Println((<-ch)())
	arr := [2]func(){func() { fmt.Print("a0 ") }, func() { fmt.Println("a1") }}
	for _, f := range arr {
		f()
	}
}

// Outcomes:
//	exit 0 "101\n0 1 1 2 3 5 8 13 21 34 2\nx0 true [] x2 false [1 2] x0 false [] x0 true []\n1a<nil> 3 0 1 0 2 1\n3628800\n6\ninner 5\n1\n3 4\n4 3\n3 +Inf true\n2 true\n99\nfalse true\nint is a string\n3\nfrom chan\na0 a1\nlate 50\n"
