//go:build go1.26

package main

import "fmt"

type T struct{ n int }

func (t T) Val() int         { return t.n }
func (t *T) Ptr() int        { t.n++; return t.n }
func (t T) Add(a, b int) int { return t.n + a + b }

type I interface{ Val() int }
type Outer struct {
	T
	*Inner
	name string
}
type Inner struct{ v string }

func (i *Inner) Show() string {
	if i == nil {
		return "nil inner"
	}
	return i.v
}

type F func(int) int

func (f F) Twice(x int) int { return f(f(x)) }

type Deep struct{ Outer }
type M map[string]int

func (m M) Inc(k string) { m[k]++ }

type Sl []int

func (s *Sl) Push(x int) { *s = append(*s, x) }
func (s Sl) Len() int    { return len(s) }

type Over struct{ T }

func (Over) Val() int { return -1 }
func get() T          { fmt.Println("get"); return T{5} }

func main() {
	t := T{1}
	f := t.Val
	g := t.Ptr
	t.n = 10
	fmt.Println(f(), g(), t.n)
	h := T.Val
	k := (*T).Ptr
	k2 := (*T).Val
	fmt.Println(h(T{3}), k(&t), k2(&t), T.Add(t, 1, 2))
	var i I = t
	m := i.Val
	i = T{99}
	fmt.Println(m(), I.Val(i))
	o := Outer{T{7}, &Inner{"in"}, "o"}
	fmt.Println(o.Val(), o.Ptr(), o.Show(), o.n, o.v)
	d := Deep{o}
	d.n = 20
	fmt.Println(d.Val(), d.Outer.T.n, o.n, Deep.Val(d), (*Deep).Show(&d))
	fmt.Println(F(func(x int) int { return x * 3 }).Twice(2))
	mm := M{}
	inc := mm.Inc
	inc("a")
	inc("a")
	fmt.Println(mm)
	var s Sl
	s.Push(1)
	p := s.Push
	p(2)
	fmt.Println(s, s.Len())
	fmt.Println(Over{T{4}}.Val(), Over{T{4}}.T.Val())
	x := get().Val
	fmt.Println("before", x())
	defer get().Val()
	var np *Outer
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(np.Val())
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		_ = np.Val
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var i I
		_ = i.Val
	}()
	var in *Inner
	fmt.Println(in.Show(), Outer{}.Show())
	var pi I = &t
	t.n = 77
	fmt.Println(pi.Val())
	anon := struct {
		T
		*Inner
	}{T{1}, &Inner{"an"}}
	fmt.Println(anon.Val(), anon.Show())
	fmt.Printf("%T %T %T\n", h, k, inc)
}

// Outcomes:
//	exit 0 "1 11 11\n3 12 12 15\n12 99\n7 8 in 8 in\n20 20 8 20 in\n18\nmap[a:2]\n[1 2] 2\n-1 4\nget\nbefore 5\nget\nruntime error: invalid memory address or nil pointer dereference\nruntime error: invalid memory address or nil pointer dereference\nruntime error: invalid memory address or nil pointer dereference\nnil inner nil inner\n77\n1 an\nfunc(main.T) int func(*main.T) int func(string)\n"
