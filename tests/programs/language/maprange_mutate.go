//go:build go1.26

package main

import "fmt"

func main() {
	m := map[int]int{1: 1}
	for k := range m {
		delete(m, k)
	}
	fmt.Println(len(m))
	m[5] = 5
	for k, v := range m {
		m[k] = v + 1
	}
	fmt.Println(m)
	var mm map[string][]string
	for range mm["x"] {
	}
	s := []int{1, 2, 3}
	for i := range s {
		s = s[:len(s)-1]
		fmt.Print(i, len(s), " ")
	}
	fmt.Println()
	a := [3]int{1, 2, 3}
	for i, x := range a {
		a[2] = 9
		fmt.Print(i, x, " ")
	}
	for i, x := range &a {
		a[2] = 7
		fmt.Print(i, x, " ")
	}
	fmt.Println()
	str := "abc"
	for i, c := range str {
		str = "zz"
		fmt.Print(i, string(c))
	}
	fmt.Println(str)
	n := 3
	for i := range n {
		n = 10
		fmt.Print(i)
	}
	fmt.Println()
	ch := make(chan int, 3)
	ch <- 1
	ch <- 2
	close(ch)
	for v := range ch {
		fmt.Print(v)
	}
	v, ok := <-ch
	fmt.Println(v, ok, len(ch), cap(ch))
	for i := int8(0); i >= 0; i++ {
		if i == 127 {
			fmt.Println("wrap")
		}
	}
	var p *[4]int
	for i := range p {
		fmt.Print(i)
	}
	fmt.Println(len(p))
	for range 0 {
		fmt.Println("no")
	}
	for i := range uint8(2) {
		fmt.Printf("%T ", i)
	}
	const c = 2
	for i := range c {
		fmt.Printf("%T ", i)
	}
	type My int
	for i := range My(1) {
		fmt.Printf("%T\n", i)
	}
	type node struct {
		v    int
		next *node
	}
	l := &node{1, &node{2, nil}}
	for n := l; n != nil; n = n.next {
		defer func() { fmt.Println("n", n.v) }()
	}
	for i, f := 0, func(i int) bool { return i < 2 }; f(i); i++ {
		fmt.Print(i)
	}
	fmt.Println()
}

// Outcomes:
//	exit 0 "0\nmap[5:6]\n0 2 1 1 2 0 \n0 1 1 2 2 3 0 1 1 2 2 7 \n0a1b2czz\n012\n120 false 0 3\nwrap\n01234\nuint8 uint8 int int main.My\n01\nn 2\nn 1\n"
