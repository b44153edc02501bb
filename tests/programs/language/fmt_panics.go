//go:build go1.26

package main

import "fmt"

type N struct{ x int }

func (n *N) String() string { return fmt.Sprint(n.x) }

type V struct{ x int }

func (v V) String() string { return fmt.Sprint(v.x) }

type Bad struct{}

func (Bad) String() string { panic("bad string") }

type BadE struct{}

func (BadE) Error() string { panic(fmt.Errorf("err %d", 1)) }

func main() {
	var n *N
	var v *V
	fmt.Printf("%v %s\n", n, n)
	fmt.Printf("%v %s %d\n", v, v, v)
	fmt.Printf("%v|%s|%d\n", Bad{}, Bad{}, Bad{})
	fmt.Printf("%v|%10s\n", BadE{}, BadE{})
	fmt.Println([]any{Bad{}, n})
	fmt.Println(map[string]any{"a": Bad{}})
}

// Outcomes:
//	exit 0 "<nil> <nil>\n<nil> <nil> 0\n%!v(PANIC=String method: bad string)|%!s(PANIC=String method: bad string)|{}\n%!v(PANIC=Error method: err 1)|%!s(PANIC=Error method: err 1)\n[%!v(PANIC=String method: bad string) <nil>]\nmap[a:%!v(PANIC=String method: bad string)]\n"
