//go:build go1.26

package main

import (
	"fmt"
	"os"
)

type S struct {
	P  *S
	M  map[string]int
	L  []int
	F  func()
	C  chan int
	I  any
	E  error
	A  [0]int
	B  bool
	R  rune
	By byte
	St string
}

func main() {
	var s S
	fmt.Printf("%v\n%+v\n%#v\n", s, s, s)
	fmt.Println(s.P, s.M, s.L, s.F == nil, s.C, s.I, s.E, s.A)
	s.P = &S{}
	s.I = S{I: 3}
	fmt.Printf("%v\n", s.I)
	var np *int
	var npp **S
	fmt.Println(np, npp)
	fmt.Printf("%v %d %s %p %t %x\n", np, np, np, np, np, np)
	fmt.Printf("%s %d %v\n", s.M, s.M, s.L)
	fmt.Printf("%s|%v|%d\n", []string{}, []any{nil}, []any{"a", nil})
	fmt.Printf("%s %q %v\n", error(nil), []error{nil}, []fmt.Stringer{nil})
	fmt.Printf("%v %s\n", struct{ e error }{}, struct{ p *int }{})
	fmt.Println([]*int{nil}, map[string]*int{"a": nil}, [2]any{}, struct{}{}, []struct{}{{}, {}})
	fmt.Printf("%#v %#v %#v %#v\n", []*int{nil}, map[string]*int{"a": nil}, [2]any{}, []struct{}{{}})
	fmt.Printf("%08b %o %x %X %#x %+d %q\n", -5, -8, -255, "hi", []byte{1, 171}, []int{1, -1}, 'x')
	fmt.Printf("%5t|%-7t|%q|%v|%c\n", true, false, []rune("hi"), []rune("hi"), []rune("hi"))
	fmt.Println(os.ErrNotExist)
}

// Outcomes:
//	exit 0 "{<nil> map[] [] <nil> <nil> <nil> <nil> [] false 0 0 }\n{P:<nil> M:map[] L:[] F:<nil> C:<nil> I:<nil> E:<nil> A:[] B:false R:0 By:0 St:}\nmain.S{P:(*main.S)(nil), M:map[string]int(nil), L:[]int(nil), F:(func())(nil), C:(chan int)(nil), I:interface {}(nil), E:error(nil), A:[0]int{}, B:false, R:0, By:0x0, St:\"\"}\n<nil> map[] [] true <nil> <nil> <nil> []\n{<nil> map[] [] <nil> <nil> 3 <nil> [] false 0 0 }\n<nil> <nil>\n<nil> 0 %!s(*int=<nil>) 0x0 %!t(*int=<nil>) 0\nmap[] map[] []\n[]|[<nil>]|[%!d(string=a) <nil>]\n%!s(<nil>) [<nil>] [<nil>]\n{<nil>} {%!s(*int=<nil>)}\n[<nil>] map[a:<nil>] [<nil> <nil>] {} [{} {}]\n[]*int{(*int)(nil)} map[string]*int{\"a\":(*int)(nil)} [2]interface {}{interface {}(nil), interface {}(nil)} []struct {}{struct {}{}}\n-0000101 -10 -ff 6869 0x01ab [+1 -1] 'x'\n true|false  |['h' 'i']|[104 105]|[h i]\nfile does not exist\n"
