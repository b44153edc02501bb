//go:build go1.26

package main

import (
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

type Shape interface {
	Area() float64
	Perimeter() float64
}
type Sq struct{ s float64 }
type Ci struct{ r float64 }

func (s Sq) Area() float64       { return s.s * s.s }
func (s Sq) Perimeter() float64  { return 4 * s.s }
func (c *Ci) Area() float64      { return 3 * c.r * c.r }
func (c *Ci) Perimeter() float64 { return 6 * c.r }

type Named interface {
	Shape
	fmt.Stringer
}

func (s Sq) String() string { return fmt.Sprintf("Sq(%g)", s.s) }

type byLen []string

func (b byLen) Len() int           { return len(b) }
func (b byLen) Less(i, j int) bool { return len(b[i]) < len(b[j]) }
func (b byLen) Swap(i, j int)      { b[i], b[j] = b[j], b[i] }

type rot13 struct{ r io.Reader }

func (r rot13) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	for i := range p[:n] {
		c := p[i]
		switch {
		case c >= 'a' && c <= 'z':
			p[i] = (c-'a'+13)%26 + 'a'
		case c >= 'A' && c <= 'Z':
			p[i] = (c-'A'+13)%26 + 'A'
		}
	}
	return n, err
}

type logger struct {
	io.Writer
	n *int
}

func (l logger) Write(p []byte) (int, error) { *l.n += len(p); return l.Writer.Write(p) }

type empty interface{}
type myErr struct{}

func (*myErr) Error() string { return "myErr" }
func mayFail(b bool) error {
	var e *myErr
	if b {
		return e
	}
	return nil
}

func main() {
	shapes := []Shape{Sq{2}, &Ci{1}, &Sq{3}}
	for _, s := range shapes {
		switch v := s.(type) {
		case Named:
			fmt.Println("named", v, v.Area())
		case *Ci:
			fmt.Println("circle", v.r)
		}
		_, isPtr := s.(*Sq)
		fmt.Println(isPtr, s.Perimeter())
	}
	words := byLen{"ccc", "a", "bb"}
	sort.Sort(words)
	fmt.Println(words)
	sort.Sort(sort.Reverse(words))
	fmt.Println(words)
	io.Copy(os.Stdout, rot13{strings.NewReader("Uryyb, Jbeyq!\n")})
	n := 0
	fmt.Fprintf(logger{os.Stdout, &n}, "hi %d\n", 5)
	fmt.Println(n)
	var e empty = 5
	var a any = e
	fmt.Println(a == e, a.(int)+1)
	fmt.Println(mayFail(true) == nil, mayFail(false) == nil)
	var w io.Writer
	_, ok := w.(io.Reader)
	fmt.Println(ok, w == nil)
	var s Shape
	func() {
		defer func() { fmt.Println(recover()) }()
		s.Area()
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		fmt.Println(s == nil)
	}()
	m := map[Shape]int{Sq{1}: 1, &Ci{}: 2}
	m[Sq{1}]++
	fmt.Println(m[Sq{1}], len(m))
	fmt.Println(Shape(Sq{1}) == Shape(Sq{1}), Shape(&Ci{}) == Shape(&Ci{}), any(Sq{1}) == any(Sq{1.0}))
	var fn any = func() {}
	_, ok = fn.(func())
	_, ok2 := fn.(func(int))
	fmt.Println(ok, ok2)
	var rw io.ReadWriter = struct {
		io.Reader
		io.Writer
	}{strings.NewReader("x"), os.Stdout}
	b, _ := io.ReadAll(rw)
	fmt.Println(string(b))
	type T struct{ Shape }
	t := T{Sq{5}}
	fmt.Println(t.Area(), t)
	var i interface{ M() } = impl(3)
	i.M()
	if v, ok := i.(interface{ N() int }); ok {
		fmt.Println(v.N())
	}
}

type impl int

func (i impl) M()     { fmt.Println("M", int(i)) }
func (i impl) N() int { return int(i) * 2 }

// Outcomes:
//	exit 0 "named Sq(2) 4\nfalse 8\ncircle 1\nfalse 6\nnamed Sq(3) 9\ntrue 12\n[a bb ccc]\n[ccc bb a]\nHello, World!\nhi 5\n5\ntrue 6\nfalse true\nfalse true\nruntime error: invalid memory address or nil pointer dereference\ntrue\n<nil>\n2 2\ntrue false true\ntrue false\nx\n25 {Sq(5)}\nM 3\n6\n"
