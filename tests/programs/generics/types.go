// Generic types: stack, list, tree, pair, set, constraint methods, embedded generics, nested instances.
package main

import (
	"cmp"
	"errors"
	"fmt"
)

type Stack[T any] struct{ items []T }

func (s *Stack[T]) Push(v ...T) *Stack[T] { s.items = append(s.items, v...); return s }
func (s *Stack[T]) Pop() (v T, err error) {
	if len(s.items) == 0 {
		return v, errors.New("empty")
	}
	v = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return
}

type Pair[K comparable, V any] struct {
	Key K
	Val V
}

func (p Pair[K, V]) String() string      { return fmt.Sprintf("%v=>%v", p.Key, p.Val) }
func (p Pair[K, V]) Swap(v V) Pair[K, V] { p.Val = v; return p }

type List[T any] struct {
	head *node[T]
	n    int
}
type node[T any] struct {
	v    T
	next *node[T]
}

func (l *List[T]) Add(v T) { l.head = &node[T]{v, l.head}; l.n++ }
func (l *List[T]) Each(f func(int, T)) {
	i := 0
	for n := l.head; n != nil; n = n.next {
		f(i, n.v)
		i++
	}
}

type Tree[T cmp.Ordered] struct {
	left, right *Tree[T]
	v           T
}

func (t *Tree[T]) Insert(v T) *Tree[T] {
	switch {
	case t == nil:
		return &Tree[T]{v: v}
	case v < t.v:
		t.left = t.left.Insert(v)
	case v > t.v:
		t.right = t.right.Insert(v)
	}
	return t
}
func (t *Tree[T]) Walk(f func(T)) {
	if t != nil {
		t.left.Walk(f)
		f(t.v)
		t.right.Walk(f)
	}
}

type Set[T comparable] map[T]struct{}

func (s Set[T]) Add(v T) bool {
	_, had := s[v]
	s[v] = struct{}{}
	return !had
}

type Cache[K comparable, V any] struct {
	Stack[K]
	data map[K]V
	miss func(K) V
}

func NewCache[K comparable, V any](miss func(K) V) *Cache[K, V] {
	return &Cache[K, V]{data: map[K]V{}, miss: miss}
}
func (c *Cache[K, V]) Get(k K) V {
	if v, ok := c.data[k]; ok {
		return v
	}
	c.Push(k)
	c.data[k] = c.miss(k)
	return c.data[k]
}

type Num interface{ ~int | ~float64 }
type Vec[T Num] []T

func (v Vec[T]) Dot(w Vec[T]) (t T) {
	for i := range v {
		t += v[i] * w[i]
	}
	return
}

type Opt[T any] struct {
	v *T
}

func Some[T any](v T) Opt[T] { return Opt[T]{&v} }
func (o Opt[T]) Or(d T) T {
	if o.v == nil {
		return d
	}
	return *o.v
}

func main() {
	s := &Stack[string]{}
	s.Push("a").Push("b", "c")
	v, err := s.Pop()
	fmt.Println(v, err, len(s.items))
	var e Stack[int]
	n, err := e.Pop()
	fmt.Println(n, err)
	p := Pair[string, int]{"k", 1}
	fmt.Println(p, p.Swap(5), p == Pair[string, int]{"k", 1})
	var l List[Pair[int, bool]]
	l.Add(Pair[int, bool]{1, true})
	l.Add(Pair[int, bool]{2, false})
	l.Each(func(i int, p Pair[int, bool]) { fmt.Print(i, ":", p, " ") })
	fmt.Println(l.n)
	var t *Tree[string]
	for _, w := range []string{"m", "c", "x", "a", "m"} {
		t = t.Insert(w)
	}
	t.Walk(func(s string) { fmt.Print(s, " ") })
	fmt.Println()
	set := Set[int]{}
	fmt.Println(set.Add(1), set.Add(1), len(set))
	calls := 0
	c := NewCache(func(k string) int { calls++; return len(k) })
	fmt.Println(c.Get("abc"), c.Get("abc"), c.Get("z"), calls, c.items)
	fmt.Println(Vec[int]{1, 2}.Dot(Vec[int]{3, 4}), Vec[float64]{.5}.Dot(Vec[float64]{4}))
	fmt.Println(Some(3).Or(9), Opt[string]{}.Or("default"))
	ch := make(chan Pair[string, []int], 1)
	ch <- Pair[string, []int]{"q", []int{1}}
	fmt.Println(<-ch)
	var x any = Stack[int]{}
	_, is := x.(Stack[int])
	_, isnt := x.(Stack[string])
	fmt.Println(is, isnt)
	fmt.Printf("%T %T %T\n", s, p, set)
}

// Outcomes:
//	exit 0 "c <nil> 2\n0 empty\nk=>1 k=>5 true\n0:2=>false 1:1=>true 2\na c m x \ntrue false 1\n3 3 1 2 [abc z]\n11 2\n3 default\nq=>[1]\ntrue false\n*main.Stack[string] main.Pair[string,int] main.Set[int]\n"
