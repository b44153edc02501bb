// Closures capture variables, not values; each call of the outer function makes new ones.
package main

import "fmt"

func counter() (func() int, func()) {
	n := 0
	return func() int { n++; return n }, func() { n = 100 }
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}

type tree struct {
	left, right *tree
	v           int
}

func main() {
	next, reset := counter()
	other, _ := counter()
	fmt.Println(next(), next(), other())
	reset()
	fmt.Println(next(), other())

	x := 1
	show := func() int { return x * 10 }
	x = 7
	fmt.Println(show())

	p := &x
	inc := func() { *p++ }
	inc()
	inc()
	fmt.Println(x, show())

	double := func(v int) int { return v * 2 }
	add := func(d int) func(int) int { return func(v int) int { return v + d } }
	fmt.Println(compose(double, add(3), double)(5), compose()(5))

	var fib func(int) int
	fib = func(n int) int {
		if n < 2 {
			return n
		}
		return fib(n-1) + fib(n-2)
	}
	fmt.Println(fib(12))

	var walk func(*tree, func(int))
	walk = func(t *tree, f func(int)) {
		if t != nil {
			walk(t.left, f)
			f(t.v)
			walk(t.right, f)
		}
	}
	sum, order := 0, []int{}
	walk(&tree{&tree{nil, nil, 1}, &tree{&tree{v: 3}, nil, 4}, 2}, func(v int) {
		sum += v
		order = append(order, v)
	})
	fmt.Println(sum, order)

	var fs []func()
	for i := 0; i < 3; i++ {
		j := i * i
		fs = append(fs, func() { j += i; fmt.Print(i, ":", j, " ") })
	}
	for range 2 {
		for _, f := range fs {
			f()
		}
	}
	fmt.Println()

	arr := [3]int{1, 2, 3}
	changed := func() int { arr[0] = 50; return arr[0] }
	copied := arr
	fmt.Println(changed(), arr, copied)

	func(a ...string) { fmt.Println(len(a), a) }("x", "y")
	fmt.Println(func() (int, string) { return 3, "three" }())
	var none func()
	fmt.Println(none == nil, next != nil)
}

// Outcomes:
//	exit 0 "1 2 1\n101 2\n70\n9 90\n26 5\n144\n10 [1 2 3 4]\n0:0 1:2 2:6 0:0 1:3 2:8 \n50 [50 2 3] [1 2 3]\n2 [x y]\n3 three\ntrue true\n"
