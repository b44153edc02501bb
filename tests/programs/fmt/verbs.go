// The verbs people use.
package main

import (
	"errors"
	"fmt"
	"os"
)

type P struct {
	X int
	Y string
}
type S struct{ v int }

func (s S) String() string { return fmt.Sprintf("S(%d)", s.v) }

type G int

func (g *G) String() string { return "pointer stringer" }

type color int

func main() {
	p := P{1, "a"}
	fmt.Printf("%v %+v %#v %T\n", p, p, p, p)
	fmt.Printf("%v %+v\n", &p, &p)
	fmt.Printf("%d %5d|%-5d|%05d %+d %x %X %#x %o %b %c %q %U\n", 42, 42, 42, 42, 42, 255, 255, 255, 8, 5, 'A', 'A', 'A')
	fmt.Printf("%s|%10s|%-10s|%.2s|%q|%x|%v\n", "go", "go", "go", "golang", "go", "go", "go")
	fmt.Printf("%t %v %5t|\n", true, false, true)
	fmt.Printf("%f %.1f %6.2f|%-8.1f|%e %g\n", 3.14159, 2.55, 3.14159, 1.0, 1500.0, 0.00001)
	fmt.Printf("%v %v %v %v\n", []int{1, 2}, []string{"a", "b"}, map[string]int{"z": 1, "a": 2}, [2]bool{true, false})
	fmt.Printf("%d %s %q %x\n", []int{1, 2}, []string{"a", "b"}, []string{"a", "b"}, []byte("hi"))
	fmt.Printf("%v %s %d\n", S{1}, S{2}, S{3})
	fmt.Printf("%v %v %v\n", []S{{1}, {2}}, map[S]S{{1}: {2}}, struct{ s S }{S{4}})
	g := G(5)
	fmt.Println(g, &g)
	fmt.Printf("%v %v %v %v\n", nil, error(nil), errors.New("e"), any(nil))
	fmt.Printf("%5.1f%% %%\n", 99.5)
	fmt.Printf("%*d %-*d|\n", 5, 42, 4, 7)
	fmt.Printf("%[2]d %[1]d %d\n", 1, 2)
	fmt.Printf("%d %s\n", "str", 5)
	fmt.Printf("%d\n", 1, 2)
	fmt.Printf("%d %d\n", 1)
	fmt.Printf("%!\n")
	fmt.Printf("%z\n", 3)
	fmt.Println(1, "a", "b", 2, 3, nil, 'x', 1.0, true, []any{1, "x", nil})
	fmt.Print(1, 2, "a", "b", 3, 4.5, "\n")
	fmt.Print("a", 1, 2, true, "b", nil, nil, "\n")
	s := fmt.Sprint("x", 1, 2, "y") + fmt.Sprintln("end", 3) + fmt.Sprintf("%03d|", 7)
	fmt.Println(s)
	fmt.Println(color(3), []color{1}, map[string]any{"k": []int{1}, "j": map[int]bool{1: true}})
	fmt.Fprintln(os.Stdout, "to stdout")
	fmt.Fprintln(os.Stderr, "to stderr")
	fmt.Fprintf(os.Stdout, "%s=%d\n", "n", 1)
	var np *P
	var ns []int
	var nm map[string]int
	var nf func()
	fmt.Println(np, ns, nm, nf == nil, len(ns))
	fmt.Printf("%v %+v %d\n", np, ns, nm)
	fmt.Printf("%#v %#v %#v %#v\n", "s", 1, []int{1}, map[string]bool{"a": true})
	fmt.Printf("%v %v\n", int8(-5), uint8(200))
	fmt.Printf("%c%c %s\n", 0x4e16, 'é', string([]byte{104, 105}))
	fmt.Printf("%t %v\n", "notbool", struct{}{})
	fmt.Printf("%6v|%-6v|%06d\n", 12, "ab", -12)
	fmt.Printf("%x %X %x\n", "hello", []byte{1, 171}, -255)
	n, err := fmt.Println("counted")
	fmt.Println(n, err)
}

// Outcomes:
//	exit 0 "{1 a} {X:1 Y:a} main.P{X:1, Y:\"a\"} main.P\n&{1 a} &{X:1 Y:a}\n42    42|42   |00042 +42 ff FF 0xff 10 101 A 'A' U+0041\ngo|        go|go        |go|\"go\"|676f|go\ntrue false  true|\n3.141590 2.5   3.14|1.0     |1.500000e+03 1e-05\n[1 2] [a b] map[a:2 z:1] [true false]\n[1 2] [a b] [\"a\" \"b\"] 6869\nS(1) S(2) {3}\n[S(1) S(2)] map[S(1):S(2)] {{4}}\n5 pointer stringer\n<nil> <nil> e <nil>\n 99.5% %\n   42 7   |\n2 1 2\n%!d(string=str) %!s(int=5)\n1\n%!(EXTRA int=2)1 %!d(MISSING)\n%!!(MISSING)\n%!z(int=3)\n1 a b 2 3 <nil> 120 1 true [1 x <nil>]\n1 2ab3 4.5\na1 2 trueb<nil> <nil>\nx1 2yend 3\n007|\n3 [1] map[j:map[1:true] k:[1]]\nto stdout\nn=1\n<nil> [] map[] true 0\n<nil> [] map[]\n\"s\" 1 []int{1} map[string]bool{\"a\":true}\n-5 200\n世é hi\n%!t(string=notbool) {}\n    12|ab    |-00012\n68656c6c6f 01AB -ff\ncounted\n8 <nil>\n"
