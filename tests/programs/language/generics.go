//go:build go1.26

package main

import (
	"cmp"
	"errors"
	"fmt"
	"sort"
	"strings"
)

type Number interface {
	~int | ~int64 | ~float64
}
type MyInt int

func (m MyInt) String() string { return fmt.Sprintf("MyInt<%d>", int(m)) }

func Sum[T Number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}
func Map[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}
func Keys[M ~map[K]V, K cmp.Ordered, V any](m M) []K {
	var ks []K
	for k := range m {
		ks = append(ks, k)
	}
	sort.Slice(ks, func(i, j int) bool { return ks[i] < ks[j] })
	return ks
}

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Push(v T) *List[T] { l.head = &node[T]{v, l.head}; l.n++; return l }
func (l *List[T]) Each(f func(T)) {
	for n := l.head; n != nil; n = n.next {
		f(n.v)
	}
}

type Tree[K cmp.Ordered, V any] struct {
	l, r *Tree[K, V]
	k    K
	v    V
}

func (t *Tree[K, V]) Put(k K, v V) *Tree[K, V] {
	if t == nil {
		return &Tree[K, V]{k: k, v: v}
	}
	switch c := cmp.Compare(k, t.k); {
	case c < 0:
		t.l = t.l.Put(k, v)
	case c > 0:
		t.r = t.r.Put(k, v)
	default:
		t.v = v
	}
	return t
}
func (t *Tree[K, V]) Walk(f func(K, V)) {
	if t != nil {
		t.l.Walk(f)
		f(t.k, t.v)
		t.r.Walk(f)
	}
}

type Stringish interface {
	~string
	Len() int
}
type Str string

func (s Str) Len() int { return len(s) }
func Total[S Stringish](xs []S) (n int) {
	for _, x := range xs {
		n += x.Len() + len(string(x))
	}
	return
}

type Ptr[T any] interface {
	*T
	Set(string)
}
type Conf struct{ v string }

func (c *Conf) Set(s string) { c.v = s }
func Make[T any, P Ptr[T]](s string) T {
	var t T
	P(&t).Set(s)
	return t
}

type Opt[T any] func(*T)
type Pair[A, B any] struct {
	First  A
	Second B
}
type Alias = Pair[int, string]
type Rec[T any] struct {
	self *Rec[T]
	v    T
}
type Rec0[T any] struct{ x T }

func TypeName[T any]() string { var z T; return fmt.Sprintf("%T", z) }
func Kind[T any](v T) string {
	switch any(v).(type) {
	case int:
		return "int"
	case []T:
		return "slice of T"
	case fmt.Stringer:
		return "stringer"
	case error:
		return "error"
	}
	return fmt.Sprintf("other %T", v)
}
func Switch[A, B any](x any) string {
	switch x.(type) {
	case A:
		return "A"
	case B:
		return "B"
	case Pair[A, B]:
		return "pair"
	}
	return "none"
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(vs ...T) {
	for _, v := range vs {
		s[v] = struct{}{}
	}
}
func Ptr2[T any](v T) *T { return &v }

type Num2[T Number] struct{ v T }

func (n Num2[T]) Plus(o Num2[T]) Num2[T] { return Num2[T]{n.v + o.v} }

type Iface[T any] interface{ Do(T) T }
type Dbl struct{}

func (Dbl) Do(x int) int             { return 2 * x }
func Apply[T any](i Iface[T], v T) T { return i.Do(v) }

type Emb[T any] struct {
	List[T]
	name string
}

func Chain[T any](fs ...func(T) T) func(T) T {
	return func(x T) T {
		for _, f := range fs {
			x = f(x)
		}
		return x
	}
}
func Zero[T any]() (z T)                       { return }
func Eq[T comparable](a, b T) bool             { return a == b }
func Conv[To, From Number](f From) To          { return To(f) }
func Len[T ~[]string | ~map[int]bool](t T) int { return len(t) }
func Bytes[T ~string | ~[]byte](t T) (n int) {
	for i := range len(t) {
		n += int(t[i])
	}
	return n + len(t[1:])
}

func main() {
	fmt.Println(Sum(1, 2, 3), Sum(1.5, 2), Sum[MyInt](1, 2), Sum[int]())
	fmt.Println(Map([]int{1, 2}, func(i int) string { return strings.Repeat("x", i) }))
	fmt.Println(Keys(map[string]int{"b": 1, "a": 2}))
	var l List[string]
	l.Push("a").Push("b")
	l.Each(func(s string) { fmt.Print(s, " ") })
	var t *Tree[string, int]
	for i, w := range strings.Fields("the quick brown fox the end") {
		t = t.Put(w, i)
	}
	t.Walk(func(k string, v int) { fmt.Print(k, "=", v, " ") })
	fmt.Println(l.n, Total([]Str{"ab", "c"}), Make[Conf]("z").v)
	fmt.Printf("%T %T %T %T\n", l, t, Alias{1, "x"}, Rec[int]{})
	fmt.Printf("%v %+v %#v\n", Pair[int, any]{1, "b"}, Pair[int, any]{1, "b"}, Pair[int, any]{1, "b"})
	fmt.Println(TypeName[int](), TypeName[error](), TypeName[List[[]Pair[int, *string]]](), TypeName[map[string]func(int, ...string) (bool, error)](), TypeName[chan<- int](), TypeName[struct {
		A int `json:"a"`
	}]())
	fmt.Println(Kind(1), Kind(MyInt(2)), Kind("s"), Kind(errors.New("x")), Kind([]int{}))
	fmt.Println(Switch[int, string](1), Switch[int, string]("s"), Switch[int, string](Pair[int, string]{}), Switch[int, int](3), Switch[any, int](3.5))
	s := Set[Pair[int, string]]{}
	s.Add(Pair[int, string]{1, "a"}, Pair[int, string]{1, "a"}, Pair[int, string]{2, "a"})
	fmt.Println(len(s), *Ptr2(5), Num2[float64]{1}.Plus(Num2[float64]{2}), Apply[int](Dbl{}, 4))
	e := Emb[int]{name: "e"}
	e.Push(1).Push(2)
	e.Each(func(i int) { fmt.Print(i) })
	f := (*List[int]).Push
	f(&e.List, 3)
	g := e.Each
	g(func(i int) { fmt.Print(i) })
	fmt.Println(Chain(func(i int) int { return i + 1 }, func(i int) int { return i * i })(3), Zero[*int]() == nil, Zero[[2]string](), Eq[any](1, 1.0), Eq[any](1, 1), Conv[int](3.9), Conv[float64](3), Len([]string{"a"}), Len(map[int]bool{1: true}), Bytes("abc"), Bytes([]byte{1, 2}))
	type local[T any] struct{ v T }
	fmt.Printf("%T %v\n", local[int]{1}, local[local[string]]{local[string]{"x"}})
	defer func() { fmt.Println(recover()) }()
	fmt.Println(Eq[any]([]int{}, []int{}))
}

// Outcomes:
//	exit 0 "6 3.5 MyInt<3> 0\n[x xx]\n[a b]\nb a brown=2 end=5 fox=3 quick=1 the=4 2 6 z\nmain.List[string] *main.Tree[string,int] main.Pair[int,string] main.Rec[int]\n{1 b} {First:1 Second:b} main.Pair[int,interface {}]{First:1, Second:\"b\"}\nint <nil> main.List[[]main.Pair[int,*string]] map[string]func(int, ...string) (bool, error) chan<- int struct { A int \"json:\\\"a\\\"\" }\nint stringer other string error other []int\nA B pair A A\n2 5 {3} 8\n2132116 true [ ] false true 3 3 1 1 296 4\nmain.local[int] {{x}}\nruntime error: comparing uncomparable type []int\n"
