//go:build go1.26

package main

import (
	"fmt"
	"sync"
)

type A struct{ x int }
type B struct {
	A
	y int
}
type C struct {
	*B
	x string
}
type D struct {
	C
	fmt.Stringer
}
type Str string

func (s Str) String() string { return "Str:" + string(s) }
func (a A) Get() int         { return a.x }
func (a *A) Set(v int)       { a.x = v }
func (b B) Sum() int         { return b.x + b.y }
func (c C) Get() string      { return c.x }

type SafeMap struct {
	sync.RWMutex
	m map[string]int
}

func (s *SafeMap) Inc(k string) { s.Lock(); defer s.Unlock(); s.m[k]++ }

type Getter interface{ Get() int }
type I1 interface{ M() string }
type I2 interface {
	I1
	N() string
}
type I3 interface {
	I1
	I2
}
type imp struct{ n string }

func (i imp) M() string  { return "M" + i.n }
func (i *imp) N() string { return "N" + i.n }

type wrap struct{ I2 }

func (w wrap) M() string { return "W" + w.I2.M() }

type Ptr struct{ *imp }
type Int int

func (i Int) Double() Int { return i * 2 }

type HasInt struct{ Int }
type Fn func() string

func (f Fn) Call() string { return f() }

type HasFn struct{ Fn }
type G[T any] struct{ v T }

func (g G[T]) Val() T { return g.v }

type HG struct {
	G[int]
	*G2
}
type G2 struct{ G[string] }
type anon struct {
	struct1 struct{ a int }
	inner
}
type inner struct{ v int }

func main() {
	d := D{C{&B{A{1}, 2}, "cx"}, Str("s")}
	d.Set(5)
	fmt.Println(d.x, d.B.x, d.A.x, d.Get(), d.A.Get(), d.Sum(), d.String(), d)
	var g Getter = d.A
	fmt.Println(g.Get())
	g = d.B
	d.B.A.x = 8
	fmt.Println(g.Get())
	sm := SafeMap{m: map[string]int{}}
	sm.Inc("a")
	fmt.Println(sm.m)
	var i3 I3 = &imp{"x"}
	w := wrap{i3}
	fmt.Println(i3.M(), i3.N(), w.M(), w.N())
	var i1 I1 = w
	_, ok := i1.(I2)
	fmt.Println(ok)
	p := Ptr{&imp{"p"}}
	fmt.Println(p.M(), p.N(), I2(p).N())
	fmt.Println(HasInt{4}.Double(), HasFn{func() string { return "fn" }}.Call(), HasFn{func() string { return "fn" }}.Fn())
	h := HG{G[int]{1}, &G2{G[string]{"s"}}}
	fmt.Println(h.Val(), h.G2.Val(), h.v)
	a := anon{inner: inner{3}}
	a.struct1.a = 4
	fmt.Printf("%+v %v\n", a, a.v)
	f := d.Sum
	d.B.y = 100
	fmt.Println(f(), d.Sum())
	set := (*A).Set
	set(&d.A, 77)
	fmt.Println(d.x == "cx", d.A.x)
	fmt.Printf("%v %+v\n", B{A{1}, 2}, B{A{1}, 2})
	fmt.Printf("%#v\n", HasInt{4})
	type L struct {
		fmt.Stringer
		n int
	}
	fmt.Println(L{Str("q"), 1}, &L{Str("q"), 1})
	var nilw wrap
	defer func() { fmt.Println(recover()) }()
	nilw.N()
}

// Outcomes:
//	exit 0 "cx 5 5 cx 5 7 Str:s Str:s\n5\n8\nmap[a:1]\nMx Nx WMx Nx\ntrue\nMp Np Np\n8 fn fn\n1 s 1\n{struct1:{a:4} inner:{v:3}} 3\n10 108\ntrue 77\n{{1} 2} {A:{x:1} y:2}\nmain.HasInt{Int:4}\nStr:q Str:q\nruntime error: invalid memory address or nil pointer dereference\n"
