//go:build go1.26

package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

type P struct {
	X, Y int
	N    *int
	s    string
	E    error
	F    func()
	M    map[string]int
	I    any
}
type S string
type B []byte
type St int

func (s St) String() string { return fmt.Sprintf("St(%d)", int(s)) }

type G struct{ a int }

func (g G) GoString() string { return "G!" }
func (g *G) String() string  { return "ptrG" }

type F struct{}

func (F) Format(s fmt.State, c rune) {
	w, wok := s.Width()
	p, pok := s.Precision()
	fmt.Fprintf(s, "[%c %d %v %d %v %v%v%v]", c, w, wok, p, pok, s.Flag('+'), s.Flag('-'), s.Flag('#'))
}

type E struct{ code int }

func (e E) Error() string { return fmt.Sprint("E", e.code) }

type inner struct {
	St
	b byte
}
type T0 struct{}

func main() {
	p := P{1, 2, nil, "x", nil, nil, map[string]int{"b": 2, "a": 1}, 3}
	fmt.Printf("%v\n%+v\n%#v\n%T\n", p, p, p, p)
	fmt.Printf("%v %+v %#v\n", &p == nil, S("q"), S("q"))
	fmt.Printf("%v %s %x %X %q %d %#v\n", B("hi"), B("hi"), B("hi"), B("hi"), B("hi"), B("hi"), B("hi"))
	fmt.Printf("%v %d %s %x %q %#v %+v %T\n", St(3), St(3), St(3), St(30), St(3), St(3), St(3), St(3))
	fmt.Printf("%v %+v %#v %s\n", G{1}, G{1}, G{1}, G{1})
	fmt.Printf("%v %+v %#v %s\n", &G{1}, &G{1}, &G{1}, &G{1})
	fmt.Printf("%v|%+8.3d|%-5x|%#s\n", F{}, F{}, F{}, F{})
	fmt.Printf("%v %s %d %#v %q\n", E{4}, E{4}, E{4}, E{4}, E{4})
	fmt.Printf("%v %+v %#v\n", inner{3, 7}, inner{3, 7}, inner{3, 7})
	fmt.Printf("%v %v %v\n", []any{1, "a", nil, 2.5, true}, [2]bool{true}, struct{}{})
	fmt.Printf("%#v %#v %#v\n", []any{1, "a", nil, 2.5, true}, [2]bool{true}, struct{}{})
	fmt.Printf("%#v %#v %#v %#v\n", []string(nil), map[string]int(nil), map[St]bool{1: true}, []byte{1, 2})
	fmt.Printf("%#v %#v %#v %#v %#v\n", 1.0, float32(2.5), 1e21, 1+2i, 'x')
	fmt.Printf("%#v %#v %#v\n", uint8(3), uintptr(9), int64(-3))
	fmt.Printf("%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%O|%b|%#b|%c|%U|%#U|%q\n", 42, 42, 42, 42, 42, 255, 255, 255, 8, 8, 8, 5, 5, 'A', 'A', 'A', 'A')
	fmt.Printf("%8.3f|%-8.2f|%+.1f|%08.3f|%e|%E|%g|%G|% f|%x\n", 3.14159, 3.14159, 3.14159, -3.14159, 123456.789, 123456.789, 1e-7, 1e20, 2.0, 1.5)
	fmt.Printf("%6.2f%%|%v|%v|%v\n", 12.3456, 1e6, 1e21, float32(0.1))
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%#q|%+q|%x|% x|%#x|% #x\n", "héllo", "hi", "hi", "héllo", "a\n\"b", "ab`", "é", "hi", "hi", "hi", "hi")
	fmt.Printf("%t|%5t|%v\n", true, false, true)
	fmt.Printf("%d %s %z %!\n", "x", 3, 4)
	fmt.Printf("%d\n")
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("x\n", 1, "y")
	fmt.Printf("%[2]d %[1]d %d %[3]*.[2]*[1]f|%[5]d\n", 1, 2, 6)
	fmt.Printf("%*d|%-*d|%.*f\n", 5, 1, 5, 2, 2, 3.14159)
	fmt.Printf("%v %v\n", errors.New("e1"), fmt.Errorf("w: %w", errors.New("e2")))
	fmt.Printf("%v %s\n", nil, nil)
	fmt.Printf("%d %v\n", []int{1, 2}, [][]int{{1}, {2, 3}})
	fmt.Printf("%x %X %q %5.1f\n", []int{10, 11}, []string{"ab", "c"}, []string{"ab", "c"}, []float64{1, 2.25})
	fmt.Printf("%v %v %+v\n", time.Second*90, time.Duration(1500)*time.Microsecond, struct{ D time.Duration }{time.Millisecond})
	fmt.Printf("%v %v\n", map[int]string{3: "c", 1: "a", 2: "b"}, map[bool]int{true: 1, false: 0})
	fmt.Printf("%v %v\n", map[[2]int]string{{2, 1}: "x", {1, 9}: "y"}, map[any]int{"a": 1, "0": 4})
	fmt.Printf("%s %v\n", []byte(nil), []byte{})
	fmt.Printf("%t %t\n", 1, "x")
	fmt.Printf("%p\n", nil)
	fmt.Printf("%v %+v\n", &struct{ A, B int }{1, 2}, &[]int{1})
	fmt.Printf("%v %#v\n", &map[string]int{"a": 1}, &[2]int{1, 2})
	fmt.Printf("%6v|%-6v|%06v\n", 12, "ab", 12)
	fmt.Printf("%6v|%6.2v\n", []int{1, 22}, []float64{1, 2.345})
	fmt.Printf("%v %d\n", [3]byte{1, 2, 3}, [3]byte{1, 2, 3})
	fmt.Printf("%s|%x\n", [3]byte{65, 66, 67}, [3]byte{65, 66, 67})
	fmt.Printf("%c %c %q %U\n", 0x4E16, -1, 0x4E16, 0x1F600)
	fmt.Printf("%v %v %.3v %10.4v|\n", 1+2i, complex64(-1i), 3.14159+2i, 1.0i)
	fmt.Printf("%+v %#v\n", struct {
		A *T0
		B any
		C []any
	}{}, struct {
		A *T0
		B any
		C []any
	}{})
	fmt.Fprintln(os.Stdout, "a", 1, true, nil, 'x', 2.50, "b", "c")
	fmt.Print("a", 1, 2, "b", "c", 3.0, nil, nil, '\n', "\n")
	fmt.Println(fmt.Sprint(), fmt.Sprint("x", 1, 2, "y"), fmt.Sprintln("z", 1))
	var np *P
	var ne error
	fmt.Printf("%v %+v %v %s\n", np, np, ne, ne)
	var nst *G
	fmt.Printf("%v %s\n", nst, nst)
}

// Outcomes:
//	exit 0 "{1 2 <nil> x <nil> <nil> map[a:1 b:2] 3}\n{X:1 Y:2 N:<nil> s:x E:<nil> F:<nil> M:map[a:1 b:2] I:3}\nmain.P{X:1, Y:2, N:(*int)(nil), s:\"x\", E:error(nil), F:(func())(nil), M:map[string]int{\"a\":1, \"b\":2}, I:3}\nmain.P\nfalse q \"q\"\n[104 105] hi 6869 6869 \"hi\" [104 105] main.B{0x68, 0x69}\nSt(3) 3 St(3) 537428333029 \"St(3)\" 3 St(3) main.St\n{1} {a:1} G! {%!s(int=1)}\nptrG ptrG G! ptrG\n[v 0 false 0 false falsefalsefalse]|[d 8 true 3 true truefalsefalse]|[x 5 true 0 false falsetruefalse]|[s 0 false 0 false falsefalsetrue]\nE4 E4 {4} main.E{code:4} \"E4\"\nSt(3) St(3) main.inner{St:3, b:0x7}\n[1 a <nil> 2.5 true] [true false] {}\n[]interface {}{1, \"a\", interface {}(nil), 2.5, true} [2]bool{true, false} struct {}{}\n[]string(nil) map[string]int(nil) map[main.St]bool{1:true} []byte{0x1, 0x2}\n1 2.5 1e+21 (1+2i) 120\n0x3 0x9 -3\n   42|42   |00042|+42| 42|ff|FF|0xff|10|010|0o10|101|0b101|A|U+0041|U+0041 'A'|'A'\n   3.142|3.14    |+3.1|-003.142|1.234568e+05|1.234568E+05|1e-07|1E+20| 2.000000|0x1.8p+00\n 12.35%|1e+06|1e+21|0.1\nhéllo|        hi|hi        |hé|\"a\\n\\\"b\"|\"ab`\"|\"\\u00e9\"|6869|68 69|0x6869|0x68 0x69\ntrue|false|true\n%!d(string=x) %!s(int=3) %!z(int=4) %!!(MISSING)\n%!d(MISSING)\n1 %!d(MISSING)\nx\n%!(EXTRA int=1, string=y)2 1 2 %!f(int=    01)|%!d(BADINDEX)\n    1|2    |3.14\ne1 w: e2\n<nil> %!s(<nil>)\n[1 2] [[1] [2 3]]\n[a b] [6162 63] [\"ab\" \"c\"] [  1.0   2.2]\n1m30s 1.5ms {D:1ms}\nmap[1:a 2:b 3:c] map[false:0 true:1]\nmap[[1 9]:y [2 1]:x] map[0:4 a:1]\n []\n%!t(int=1) %!t(string=x)\n%!p(<nil>)\n&{1 2} &[1]\n&map[a:1] &[2]int{1, 2}\n    12|ab    |000012\n[     1     22]|[     1    2.3]\n[1 2 3] [1 2 3]\nABC|414243\n世 � '世' U+1F600\n(1+2i) (0-1i) (3.14+2i) (         0        +1i)|\n{A:<nil> B:<nil> C:[]} struct { A *main.T0; B interface {}; C []interface {} }{A:(*main.T0)(nil), B:interface {}(nil), C:[]interface {}(nil)}\na 1 true <nil> 120 2.5 b c\na1 2bc3 <nil> <nil> 10\n x1 2y z 1\n\n<nil> <nil> <nil> %!s(<nil>)\nptrG ptrG\n"
