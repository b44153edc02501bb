// Generic functions: inference, constraints, instantiation, closures, recursion.
package main

import (
	"cmp"
	"fmt"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float64
}
type MyInt int

func Map[T, U any](s []T, f func(T) U) []U {
	r := make([]U, 0, len(s))
	for _, v := range s {
		r = append(r, f(v))
	}
	return r
}
func Filter[S ~[]T, T any](s S, keep func(T) bool) (r S) {
	for _, v := range s {
		if keep(v) {
			r = append(r, v)
		}
	}
	return
}
func Reduce[T, A any](s []T, a A, f func(A, T) A) A {
	for _, v := range s {
		a = f(a, v)
	}
	return a
}
func Sum[T Number](ns ...T) (t T) {
	for _, n := range ns {
		t += n
	}
	return
}
func Max[T cmp.Ordered](a T, rest ...T) T {
	for _, b := range rest {
		if b > a {
			a = b
		}
	}
	return a
}
func Keys[M ~map[K]V, K comparable, V any](m M) int { return len(m) }
func Ptr[T any](v T) *T                             { return &v }
func Zero[T any]() (z T)                            { return }
func Index[T comparable](s []T, x T) int {
	for i, v := range s {
		if v == x {
			return i
		}
	}
	return -1
}
func Apply[T any](v T, fs ...func(T) T) T {
	for _, f := range fs {
		v = f(v)
	}
	return v
}

type Stringer interface{ String() string }

func (m MyInt) String() string { return fmt.Sprintf("MyInt(%d)", int(m)) }
func Join[T Stringer](s []T) string {
	return strings.Join(Map(s, func(t T) string { return t.String() }), "+")
}

type Setter[T any] interface {
	*T
	Set(string)
}
type box struct{ s string }

func (b *box) Set(s string) { b.s = "<" + s + ">" }
func FromStrings[T any, PT Setter[T]](s []string) []T {
	r := make([]T, len(s))
	for i, v := range s {
		p := PT(&r[i])
		p.Set(v)
	}
	return r
}
func Kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case string:
		return "string"
	}
	return fmt.Sprintf("%T", v)
}

func main() {
	fmt.Println(Map([]int{1, 2, 3}, func(i int) string { return strings.Repeat("x", i) }))
	fmt.Println(Filter([]int{1, 2, 3, 4}, func(i int) bool { return i%2 == 0 }))
	fmt.Println(Reduce([]string{"a", "b"}, 0, func(n int, s string) int { return n*10 + len(s) }))
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](1, 2), Sum[int64]())
	fmt.Println(Max("b", "c", "a"), Max(3), Max(1.5, 2.5))
	fmt.Println(Keys(map[string]bool{"a": true}), *Ptr(7), *Ptr("s"), Zero[int](), Zero[*int]() == nil, Zero[string]() == "")
	fmt.Println(Index([]string{"x", "y"}, "y"), Index([]MyInt{1}, 2))
	fmt.Println(Apply(3, func(i int) int { return i + 1 }, func(i int) int { return i * i }))
	fmt.Println(Join([]MyInt{1, 2}))
	fmt.Println(FromStrings[box]([]string{"p", "q"}))
	fmt.Println(Kind(1), Kind("s"), Kind(2.5), Kind([]int{}), Kind(MyInt(1)))
	f := Max[int]
	fmt.Println(f(4, 9, 2))
	fmt.Printf("%T\n", f)
}

// Outcomes:
//	exit 0 "[x xx xxx]\n[2 4]\n11\n6 3.5 MyInt(3) 0\nc 3 2.5\n1 7 s 0 true true\n1 -1\n16\nMyInt(1)+MyInt(2)\n[{<p>} {<q>}]\nint string float64 []int main.MyInt\n9\nfunc(int, ...int) int\n"
