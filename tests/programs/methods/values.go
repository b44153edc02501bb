// Method values bind their receiver when they are made; method expressions take it as first argument.

//go:build go1.22

package main

import "fmt"

type T struct{ n int }

func (t T) Get() int   { return t.n }
func (t *T) Set(n int) { t.n = n }
func (t *T) Add(d ...int) T {
	for _, x := range d {
		t.n += x
	}
	return *t
}

type L []int

func (l L) Len() int    { return len(l) }
func (l *L) Push(v int) { *l = append(*l, v) }

type F func(int) int

func (f F) Apply(x int) int { return f(x) }

type M map[string]int

func (m M) Inc(k string) M { m[k]++; return m }

type getter interface{ Get() int }

func main() {
	t := T{1}
	get, set := t.Get, t.Set
	set(5)
	fmt.Println(get(), t.Get(), t.n)
	fmt.Println(T.Get(t), (*T).Get(&t))
	(*T).Set(&t, 9)
	add := (*T).Add
	fmt.Println(add(&t, 1, 2, 3), t.Add(), t)

	var g getter = t
	bound := g.Get
	g = &t
	t.n = 100
	fmt.Println(bound(), g.Get(), getter.Get(g))

	var l L
	l.Push(3)
	push := l.Push
	push(4)
	fmt.Println(l, l.Len(), L.Len(l))

	fmt.Println(F(func(x int) int { return x * x }).Apply(7))
	fmt.Println(M{}.Inc("a").Inc("a").Inc("b"))

	p := &t
	pget := p.Get
	p.n = 200
	fmt.Println(pget(), p.Get())

	fs := []func() int{t.Get, (&T{3}).Get, T{4}.Get}
	for _, f := range fs {
		fmt.Print(f(), " ")
	}
	fmt.Println()

	ts := []T{{1}, {2}}
	for _, e := range ts {
		e.Set(50)
	}
	fmt.Println(ts)
	for i := range ts {
		ts[i].Set(50 + i)
	}
	fmt.Println(ts)
	ms := map[string]*T{"k": {7}}
	ms["k"].Set(8)
	fmt.Println(ms["k"].Get(), *ms["k"])
	func() {
		defer func() { fmt.Println(recover()) }()
		var nilT *T
		f := nilT.Set
		fmt.Println("bound nil pointer method", f != nil)
		h := nilT.Get
		fmt.Println("never", h)
	}()
	fmt.Printf("%T %T\n", T.Get, (*T).Set)
}

// Outcomes:
//	exit 0 "1 5 5\n5 5\n{15} {15} {15}\n15 100 100\n[3 4] 2 2\n49\nmap[a:2 b:1]\n100 200\n200 3 4 \n[{1} {2}]\n[{50} {51}]\n8 {8}\nbound nil pointer method true\nruntime error: invalid memory address or nil pointer dereference\nfunc(main.T) int func(*main.T, int)\n"
