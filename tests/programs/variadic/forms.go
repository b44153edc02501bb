// Variadic functions: none, some, a slice passed on, nil, interfaces, method and function values.
package main

import "fmt"

func sum(ns ...int) (t int) {
	for _, n := range ns {
		t += n
	}
	return
}
func info(prefix string, args ...any) string {
	return fmt.Sprint(prefix, len(args), args == nil, args)
}
func pass(args ...any) string { return info("p", args...) }
func wrap(args ...any) string { return info("w", args) }
func first(ns ...int) *int    { return &ns[0] }
func two() (int, int)         { return 3, 4 }

type T struct{}

func (T) m(s ...string) int { return len(s) }

func options(opts ...func(*int)) int {
	n := 1
	for _, o := range opts {
		o(&n)
	}
	return n
}

func main() {
	fmt.Println(sum(), sum(1), sum(1, 2, 3), sum([]int{4, 5}...), sum(nil...), sum(two()))
	fmt.Println(info("a"), info("b", nil), info("c", nil...), info("d", 1, "x"), info("e", []any{1, 2}...), info("f", []int{1, 2}))
	fmt.Println(pass(), pass(1), wrap(), wrap(1))
	s := []int{1, 2}
	*first(s...) = 9
	*first(s[0], s[1]) = 100
	fmt.Println(s)
	f := sum
	g := T{}.m
	h := T.m
	fmt.Println(f(1, 1), g("a", "b"), h(T{}), h(T{}, []string{"x"}...))
	fmt.Println(options(), options(func(n *int) { *n += 5 }, func(n *int) { *n *= 10 }))
	fmt.Printf("%T %T\n", sum, info)
	func(xs ...string) {
		xs = append(xs, "more")
		fmt.Println(xs, len(xs), cap(xs) >= 3)
	}("a", "b")
	defer func(ns ...int) { fmt.Println("deferred", ns) }(s...)
	s[1] = 77
	fmt.Println(append([]int{}, s...), append([]byte("a"), "bc"...))
}

// Outcomes:
//	exit 0 "0 1 6 9 0 7\na0 true [] b1 false [<nil>] c0 true [] d2 false [1 x] e2 false [1 2] f1 false [[1 2]]\np0 true [] p1 false [1] w1 false [[]] w1 false [[1]]\n[9 2]\n2 2 0 1\n1 60\nfunc(...int) int func(string, ...interface {}) string\n[a b more] 3 true\n[9 77] [97 98 99]\ndeferred [9 77]\n"
