//go:build go1.26

package main

import (
	"fmt"
	"os"
)

func named() (n int, err error) {
	defer func() {
		if r := recover(); r != nil {
			n, err = 42, fmt.Errorf("recovered: %v", r)
		}
	}()
	panic("boom")
}
func ret() (n int) {
	defer func() { n++ }()
	n = 5
	return n * 2
}
func order() {
	for i := 0; i < 3; i++ {
		defer fmt.Print(i, " ")
	}
	x := 1
	defer fmt.Println("x", x)
	x = 2
	defer func(v int) { fmt.Println("v", v, x) }(x)
	x = 3
}
func rec2() {
	defer func() {
		defer func() { fmt.Println("inner", recover()) }()
		panic("second")
	}()
	defer func() { fmt.Println("first", recover()) }()
	panic("one")
}
func norecover() {
	defer func() {
		func() { fmt.Println("nested", recover()) }()
		helper()
	}()
	defer func() { fmt.Println("direct", recover()) }()
	panic("p")
}
func helper() { fmt.Println("helper", recover()) }
func direct() {
	defer helper()
	defer recover()
	defer func() { recover() }()
	panic("q")
}
func builtinDefers() {
	m := map[int]int{1: 1}
	c := make(chan int, 1)
	s := []int{1}
	defer func() { _, ok := <-c; fmt.Println(len(m), ok, s) }()
	defer close(c)
	defer delete(m, 1)
	defer copy(s, []int{9})
	defer print("")
	defer clear(s)
}

type T struct{ n int }

func (t T) v()  { fmt.Println("v", t.n) }
func (t *T) p() { fmt.Println("p", t.n) }
func loopRecover() (r int) {
	for i := range 3 {
		func() {
			defer func() {
				if e := recover(); e != nil {
					r += e.(int)
				}
			}()
			if i%2 == 0 {
				panic(i + 1)
			}
		}()
	}
	return
}
func retFromRecover() int {
	defer func() { recover() }()
	panic(1)
}
func nilDefer() {
	defer func() { fmt.Println("nd", recover()) }()
	var f func()
	defer f()
	fmt.Println("reached")
}
func deferEval() {
	defer func() { fmt.Println("de", recover()) }()
	var p *T
	defer p.v()
	fmt.Println("not reached")
}
func main() {
	fmt.Println(named())
	fmt.Println(ret())
	order()
	rec2()
	norecover()
	direct()
	builtinDefers()
	t := T{1}
	func() {
		defer t.v()
		defer t.p()
		t.n = 2
	}()
	fmt.Println(loopRecover(), retFromRecover())
	nilDefer()
	deferEval()
	defer fmt.Println("not printed")
	os.Exit(3)
}

// Outcomes:
//	exit 3 "42 recovered: boom\n11\nv 2 3\nx 1\n2 1 0 first one\ninner second\ndirect p\nnested <nil>\nhelper <nil>\nhelper <nil>\n0 false [9]\np 2\nv 1\n4 0\nreached\nnd runtime error: invalid memory address or nil pointer dereference\nde runtime error: invalid memory address or nil pointer dereference\n"
