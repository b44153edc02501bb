//go:build go1.26

package main

import (
	"encoding"
	"fmt"
	"strings"
)

type Num interface {
	~int | ~uint8 | ~float64 | ~string
}
type Ord[T any] interface{ Less(T) bool }
type I int

func (a I) Less(b I) bool { return a < b }
func Min[T Ord[T]](a T, bs ...T) T {
	for _, b := range bs {
		if b.Less(a) {
			a = b
		}
	}
	return a
}
func Fold[T, A any](xs []T, a A, f func(A, T) A) A {
	for _, x := range xs {
		a = f(a, x)
	}
	return a
}
func Filter[S ~[]E, E any](s S, f func(E) bool) S {
	var out S
	for _, e := range s {
		if f(e) {
			out = append(out, e)
		}
	}
	return out
}

type Stack[T any] struct{ xs []T }

func (s *Stack[T]) Push(x T) { s.xs = append(s.xs, x) }
func (s *Stack[T]) Pop() (x T, err error) {
	if len(s.xs) == 0 {
		return x, fmt.Errorf("empty stack of %T", x)
	}
	x = s.xs[len(s.xs)-1]
	s.xs = s.xs[:len(s.xs)-1]
	return x, nil
}

type Graph[K comparable] struct{ edges map[K][]K }

func (g *Graph[K]) BFS(from K, visit func(K) bool) {
	seen := map[K]bool{from: true}
	q := []K{from}
	for len(q) > 0 {
		k := q[0]
		q = q[1:]
		if !visit(k) {
			return
		}
		for _, n := range g.edges[k] {
			if !seen[n] {
				seen[n] = true
				q = append(q, n)
			}
		}
	}
}

type Cache[K comparable, V any] struct {
	m    map[K]V
	load func(K) (V, error)
}

func NewCache[K comparable, V any](load func(K) (V, error)) *Cache[K, V] {
	return &Cache[K, V]{map[K]V{}, load}
}
func (c *Cache[K, V]) Get(k K) (V, error) {
	if v, ok := c.m[k]; ok {
		return v, nil
	}
	v, err := c.load(k)
	if err == nil {
		c.m[k] = v
	}
	return v, err
}

type Sl []int
type Op[T any] func(T, T) T

func (o Op[T]) Apply(a, b T) T { return o(a, b) }

type Either[L, R any] interface{ isEither(L, R) }
type Left[L, R any] struct{ V L }
type Right[L, R any] struct{ V R }

func (Left[L, R]) isEither(L, R)  {}
func (Right[L, R]) isEither(L, R) {}
func Match[L, R, O any](e Either[L, R], l func(L) O, r func(R) O) O {
	switch e := e.(type) {
	case Left[L, R]:
		return l(e.V)
	case Right[L, R]:
		return r(e.V)
	}
	panic("no")
}

type textMarshalerPtr[T any] interface {
	*T
	encoding.TextMarshaler
}
type TM struct{ s string }

func (t *TM) MarshalText() ([]byte, error)          { return []byte(strings.ToUpper(t.s)), nil }
func Text[T any, P textMarshalerPtr[T]](v T) string { b, _ := P(&v).MarshalText(); return string(b) }
func Add[T Num](a, b T) T                           { return a + b }
func Tern[T any](c bool, a, b T) T {
	if c {
		return a
	}
	return b
}
func Must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

type Vec[T ~int | ~float64] [2]T

func (v Vec[T]) Dot(w Vec[T]) (s T) {
	for i := range v {
		s += v[i] * w[i]
	}
	return
}

type Matrix[T ~int | ~float64] []Vec[T]

func Compose[A, B, C any](f func(A) B, g func(B) C) func(A) C { return func(a A) C { return g(f(a)) } }

type Num3 interface {
	int | int64
	String() string
}

func Count[T comparable](xs ...T) map[T]int {
	m := map[T]int{}
	for _, x := range xs {
		m[x]++
	}
	return m
}

type LL[T any] struct {
	v T
	n *LL[T]
}

func (l *LL[T]) All() func(func(int, T) bool) {
	return func(y func(int, T) bool) {
		i := 0
		for ; l != nil; l = l.n {
			if !y(i, l.v) {
				return
			}
			i++
		}
	}
}

type Celsius float64

func SumMap[K comparable, V ~int | ~float64](m map[K]V) (s V) {
	for _, v := range m {
		s += v
	}
	return
}

type Inner[T any] struct{ X T }
type Outer[T any] struct {
	Inner[T]
	*Stack[T]
}

func chanOf[T any](xs ...T) <-chan T {
	c := make(chan T, len(xs))
	for _, x := range xs {
		c <- x
	}
	close(c)
	return c
}
func Drain[T any, C ~<-chan T | ~chan T](c C) (out []T) {
	for x := range c {
		out = append(out, x)
	}
	return
}

type GA[T any] = Stack[T]

func main() {
	fmt.Println(Min[I](3, 1, 2), Fold([]int{1, 2, 3}, "", func(a string, x int) string { return a + fmt.Sprint(x) }))
	fmt.Printf("%T %v\n", Filter(Sl{1, 2, 3}, func(i int) bool { return i != 2 }), Filter(Sl{1, 2, 3}, func(i int) bool { return i != 2 }))
	var s Stack[map[string]int]
	s.Push(map[string]int{"a": 1})
	fmt.Println(s.Pop())
	fmt.Println(s.Pop())
	g := Graph[string]{map[string][]string{"a": {"b", "c"}, "b": {"d"}, "c": {"d"}}}
	g.BFS("a", func(k string) bool { fmt.Print(k, " "); return k != "c" })
	c := NewCache(func(k int) (string, error) {
		if k < 0 {
			return "", fmt.Errorf("neg %d", k)
		}
		return strings.Repeat("*", k), nil
	})
	fmt.Println(c.Get(3))
	fmt.Println(c.Get(-1))
	fmt.Println(Op[int](func(a, b int) int { return a*10 + b }).Apply(1, 2))
	for _, e := range []Either[int, string]{Left[int, string]{1}, Right[int, string]{"r"}} {
		fmt.Println(Match(e, func(i int) string { return fmt.Sprint("L", i) }, func(s string) string { return "R" + s }))
		fmt.Printf("%T %+v\n", e, e)
	}
	fmt.Println(Text(TM{"abc"}), Add("a", "b"), Add(1.5, 2), Add[uint8](250, 10), Tern(true, 1, 2), Must(fmt.Sprint("ok"), nil))
	fmt.Println(Vec[int]{1, 2}.Dot(Vec[int]{3, 4}), Matrix[float64]{{1, 2}}[0].Dot(Vec[float64]{1, 1}))
	fmt.Println(Compose(func(i int) string { return fmt.Sprint(i) }, func(s string) int { return len(s) })(12345), Count("a", "b", "a"))
	l := &LL[string]{"x", &LL[string]{"y", nil}}
	for i, v := range l.All() {
		fmt.Print(i, v, " ")
	}
	fmt.Println(SumMap(map[string]Celsius{"a": 1.5, "b": 2}))
	o := Outer[int]{Inner[int]{5}, &Stack[int]{}}
	o.Push(3)
	fmt.Println(o.X, o.xs, Drain[int](chanOf(1, 2, 3)))
	var ga GA[int]
	ga.Push(1)
	fmt.Printf("%T %v %T\n", ga, ga, (*GA[string]).Push)
	f := Must[int]
	defer func() { fmt.Println("rec", recover()) }()
	f(0, fmt.Errorf("bad"))
}

// Outcomes:
//	exit 0 "1 123\nmain.Sl [1 3]\nmap[a:1] <nil>\nmap[] empty stack of map[string]int\na b c *** <nil>\n neg -1\n12\nL1\nmain.Left[int,string] {V:1}\nRr\nmain.Right[int,string] {V:r}\nABC ab 3.5 4 1 ok\n11 3\n5 map[a:2 b:1]\n0x 1y 3.5\n5 [3] [1 2 3]\nmain.Stack[int] {[1]} func(*main.Stack[string], string)\nrec bad\n"
