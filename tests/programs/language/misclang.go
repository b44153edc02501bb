//go:build go1.26

package main

import (
	"fmt"
	"unsafe"
)

type F func() F
type M map[string]M
type C chan C
type P *P
type L []L
type Weekday int

const (
	Sunday Weekday = iota
	Monday
)

var names = [...]string{Sunday: "Sun", Monday: "Mon"}

func (d Weekday) String() string { return names[d] }

type Flags uint8

const (
	FA Flags = 1 << iota
	FB
	FC
	mask = FA | FC
)

func (f Flags) Has(x Flags) bool { return f&x != 0 }

type Animal interface{ Sound() string }
type Base struct{ name string }

func (b *Base) Name() string          { return b.name }
func (b *Base) Rename(n string) *Base { b.name = n; return b }

type Dog struct {
	*Base
	Animal
	tricks []string
}
type bark struct{}

func (bark) Sound() string { return "woof" }

type Visitor interface{ Visit(n Node) Visitor }
type Node interface{ Children() []Node }
type leaf int
type branch []Node

func (leaf) Children() []Node     { return nil }
func (b branch) Children() []Node { return b }

type counter struct{ n int }

func (c *counter) Visit(n Node) Visitor { c.n++; return c }
func walk(v Visitor, n Node) {
	if v = v.Visit(n); v == nil {
		return
	}
	for _, c := range n.Children() {
		walk(v, c)
	}
}

type Opt func(*conf)
type conf struct {
	port int
	host string
}

func WithPort(p int) Opt { return func(c *conf) { c.port = p } }
func New(opts ...Opt) conf {
	c := conf{80, "localhost"}
	for _, o := range opts {
		o(&c)
	}
	return c
}

type state func(*machine) state
type machine struct {
	in  string
	pos int
	out []string
}

func start(m *machine) state {
	if m.pos >= len(m.in) {
		return nil
	}
	if m.in[m.pos] >= '0' && m.in[m.pos] <= '9' {
		return digits
	}
	m.pos++
	return start
}
func digits(m *machine) state {
	b := m.pos
	for m.pos < len(m.in) && m.in[m.pos] >= '0' && m.in[m.pos] <= '9' {
		m.pos++
	}
	m.out = append(m.out, m.in[b:m.pos])
	return start
}
func vari(a int, b ...interface{}) (n int) {
	for range b {
		n++
	}
	return n + a
}

func main() {
	var f F
	n := 0
	f = func() F { n++; return f }
	f()()()
	fmt.Println(n)
	m := M{"a": {"b": nil}}
	fmt.Println(len(m["a"]), m)
	c := make(C, 1)
	c <- c
	fmt.Println(<-c == c)
	var p P
	p = &p
	fmt.Println(*p == p)
	l := L{nil, {}, {nil}}
	fmt.Println(len(l), l)
	fmt.Println(Monday, []Weekday{0, 1}, map[Weekday]Flags{Monday: FB}, mask, mask.Has(FB), FC)
	fmt.Printf("%d %s %v %+v %x\n", Monday, Monday, Monday, struct{ D Weekday }{1}, Monday)
	d := Dog{&Base{"rex"}, bark{}, nil}
	d.Rename("max").Rename(d.Name() + "!")
	fmt.Println(d.Name(), d.Sound(), d.Base.name)
	ctr := &counter{}
	walk(ctr, branch{leaf(1), branch{leaf(2), leaf(3)}})
	fmt.Println(ctr.n)
	fmt.Println(New(), New(WithPort(9)))
	mc := &machine{in: "a12b3cc456"}
	for s := state(start); s != nil; s = s(mc) {
	}
	fmt.Println(mc.out)
	fmt.Println(vari(1), vari(1, nil), vari(1, []interface{}{1, 2}...), vari(1, []interface{}{1, 2}))
	fmt.Println(unsafe.Sizeof(int32(0)), unsafe.Sizeof(struct {
		a byte
		b int64
	}{}), unsafe.Sizeof(""), unsafe.Sizeof([]int{}), unsafe.Alignof(int16(0)), unsafe.Offsetof(struct {
		a byte
		b int64
	}{}.b))
	var arr [2][2]string
	arr[0][1] = "x"
	for i := range arr {
		for j := range arr[i] {
			fmt.Printf("%q", arr[i][j])
		}
	}
	fmt.Println(len(arr), arr == [2][2]string{{"", "x"}, {"", ""}})
	x, y := 1, 2
	px, py := &x, &y
	px, py = py, px
	*px, *py = 10, 20
	fmt.Println(x, y)
	s := []struct {
		a int
		b *int
	}{{1, px}, {2, nil}}
	s[0].a, *s[0].b = 5, 6
	fmt.Println(s[0].a, y, s[1].b == nil)
	i := 3
	i++
	i <<= 2
	i &^= 1
	i %= 7
	i ^= 0xf
	fmt.Println(i)
	str := "x"
	str += "y"
	b := true
	b = b && !b || b
	fmt.Println(str, b, !b != b)
	if v, err := func() (int, error) { return 1, nil }(); err != nil {
	} else if w := v + 1; w > 5 {
	} else {
		fmt.Println(v, w)
	}
	goto end
end:
	fmt.Printf("%v %v\n", [...]int{2: 1, 5, 0: 9}, []string{3: "d", 1: "b"})
	fmt.Println(struct{ a, b any }{1, "x"}, &struct{ p *int }{nil}, [][]int{{1}, nil})
	func() {
		for {
			return
		}
	}()
	type pt struct{ x, y int }
	pts := map[pt]string{{1, 2}: "a"}
	pp := []*pt{{3, 4}, nil}
	fmt.Println(pts[pt{1, 2}], *pp[0], pp[1])
	ppt := &pp
	fmt.Println((*ppt)[0].x, len(*ppt))
	var z struct {
		pt
		z int
	}
	z.x, z.z = 1, 3
	fmt.Printf("%+v\n", z)
	var iface any = z
	fmt.Println(iface == any(struct {
		pt
		z int
	}{pt{1, 0}, 3}))
	const big = 1 << 40
	fmt.Println(big>>38, uint8(big>>36&0xff), 'a'+1, string(rune('a'+1)), "s"[0], len("é")*2)
}

// Outcomes:
//	exit 0 "3\n1 map[a:map[b:map[]]]\ntrue\ntrue\n3 [[] [] [[]]]\nMon [Sun Mon] map[Mon:2] 5 false 4\n1 Mon Mon {D:Mon} 4d6f6e\nmax! woof max!\n5\n{80 localhost} {9 localhost}\n[12 3 456]\n1 2 3 2\n4 16 16 24 2 8\n\"\"\"x\"\"\"\"\"2 true\n20 10\n5 6 true\n13\nxy true true\n1 2\n[9 0 1 5] [ b  d]\n{1 x} &{<nil>} [[1] []]\na {3 4} <nil>\n3 2\n{pt:{x:1 y:0} z:3}\ntrue\n4 16 98 b 115 4\n"
