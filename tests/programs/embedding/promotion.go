// Embedded structs, pointers and interfaces: promotion, shadowing by depth, methods through embedding.
package main

import "fmt"

type Base struct{ id, x int }

func (b Base) ID() int      { return b.id }
func (b *Base) SetID(i int) { b.id = i }
func (b Base) Who() string  { return "Base" }
func (b Base) Call() string { return b.Who() }

type Mid struct {
	Base
	x string
}

func (m Mid) Who() string { return "Mid/" + m.Base.Who() }

type Top struct {
	*Mid
	extra int
}

type Logger interface{ Log(string) string }
type plain struct{ prefix string }

func (p plain) Log(s string) string { return p.prefix + s }

type Service struct {
	Logger
	name string
}

type Left struct{ v int }
type Right struct{ v int }
type Pair struct {
	Left
	Right
	w int
}

type Named int

func (n Named) Double() int { return int(n) * 2 }

type Holder struct {
	Named
	*Base
}

type who interface{ Who() string }

func main() {
	m := Mid{Base{1, 2}, "s"}
	fmt.Println(m.id, m.x, m.Base.x, m.ID(), m.Who(), m.Call())
	m.SetID(9)
	fmt.Println(m.id, m.Base.ID())

	t := Top{&m, 5}
	t.SetID(11)
	t.x = "changed"
	fmt.Println(m.id, m.x, t.Who(), t.Call(), t.Mid.Base.id, t.extra)
	u := t
	u.SetID(12)
	fmt.Println(t.ID(), u.ID())

	var w who = t
	fmt.Println(w.Who())
	w = m
	fmt.Println(w.Who(), w.(interface{ Call() string }).Call())

	s := Service{plain{"> "}, "svc"}
	fmt.Println(s.Log("hello"), s.Logger.(plain).prefix)
	s.Logger = nil
	func() {
		defer func() { fmt.Println("nil embedded interface:", recover() != nil) }()
		s.Log("x")
	}()

	p := Pair{Left{1}, Right{2}, 3}
	fmt.Println(p.Left.v, p.Right.v, p.w, p)

	h := Holder{Named: 21, Base: &Base{id: 4}}
	fmt.Println(h.Double(), h.ID(), h.Named)
	set := h.SetID
	set(40)
	fmt.Println(h.id, h.Base.ID())
	fmt.Printf("%+v\n", m)

	anon := struct {
		Base
		y int
	}{Base{7, 8}, 9}
	fmt.Println(anon.x, anon.y, anon.ID())
	fmt.Println(Mid.Who(m), (*Top).ID(&t), Base.ID(m.Base))
	copy1 := m
	copy1.SetID(77)
	fmt.Println(m.id, copy1.id, m == copy1)
}

// Outcomes:
//	exit 0 "1 s 2 1 Mid/Base Base\n9 9\n11 changed Mid/Base Base 11 5\n12 12\nMid/Base\nMid/Base Base\n> hello > \nnil embedded interface: true\n1 2 3 {{1} {2} 3}\n42 4 21\n40 40\n{Base:{id:12 x:2} x:changed}\n8 9 7\nMid/Base 12 12\n12 77 false\n"
