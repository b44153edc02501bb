//go:build go1.26

package main

import "fmt"

var (
	a    = f("a", b)
	b    = f("b", c+d)
	c, d = g()
	e    = func() int { return f("e", x) }()
	_    = f("blank", 0)
	x    = 5
	t    = T{}.m()
	arr  = [...]int{f("i0", 1), 2: f("i2", 2)}
	m    = map[string]int{"k": f("mk", 1)}
	p    = &x
	h    = hh
	late = h()
)

type T struct{}

func (T) m() int { return f("t", z) }

var z = f("z", 1)

func hh() int { return f("hh", zz) }

var zz = f("zz", 3)

func f(n string, v int) int { fmt.Println("init", n, v); return v + 1 }
func g() (int, int)         { fmt.Println("g"); return 1, 2 }

func init() { fmt.Println("init1", a, b, c, d, e) }
func init() { fmt.Println("init2", t, arr, m, *p, late) }

func main() { fmt.Println("main") }

// Outcomes:
//	exit 0 "g\ninit b 3\ninit a 4\ninit blank 0\ninit e 5\ninit i0 1\ninit i2 2\ninit mk 1\ninit z 1\ninit t 2\ninit zz 3\ninit hh 4\ninit1 5 4 1 2 6\ninit2 3 [2 0 3] map[k:2] 5 5\nmain\n"
