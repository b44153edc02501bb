//go:build go1.26

package main

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"strings"
)

type stack []string

func (s *stack) push(x string) { *s = append(*s, x) }

func a(s *stack) (err error) {
	defer func() {
		s.push("a")
		if r := recover(); r != nil {
			err = fmt.Errorf("a: %v", r)
		}
	}()
	b(s)
	return nil
}
func b(s *stack) {
	defer s.push("b")
	defer func() {
		if r := recover(); r != nil {
			s.push(fmt.Sprint("b got ", r))
			panic(fmt.Sprint("b re: ", r))
		}
	}()
	c(s)
}
func c(s *stack) {
	defer s.push("c")
	var m map[string]int
	m["x"] = 1
}
func gx() {
	defer fmt.Println("gx deferred", recover())
	runtime.Goexit()
	fmt.Println("unreachable")
}
func loop(n int) (res []string) {
	for i := range n {
		func() {
			defer func() {
				switch r := recover().(type) {
				case nil:
					res = append(res, "nil")
				case error:
					res = append(res, "error "+r.Error())
				case string:
					res = append(res, "string "+r)
				case fmt.Stringer:
					res = append(res, "stringer "+r.String())
				default:
					res = append(res, fmt.Sprintf("%T", r))
				}
			}()
			switch i {
			case 1:
				panic("s")
			case 2:
				panic(errors.New("e"))
			case 3:
				var p *int
				*p = 1
			case 4:
				panic(3)
			case 5:
				var b strings.Builder
				b.WriteString("sb")
				panic(&b)
			}
		}()
	}
	return
}

type res struct{ name string }

func (r *res) Close() error { fmt.Println("close", r.name); return nil }
func open(n string) (*res, error) {
	if n == "" {
		return nil, os.ErrInvalid
	}
	return &res{n}, nil
}
func use() (err error) {
	for _, n := range []string{"a", "b", ""} {
		r, err := open(n)
		if err != nil {
			return fmt.Errorf("open %q: %w", n, err)
		}
		defer r.Close()
	}
	return
}
func modify() (x int) {
	defer func() { x *= 2 }()
	x = 1
	defer func() { x += 10 }()
	return x + 1
}
func after() (s string) {
	defer func() { recover(); s += "!" }()
	s = "set"
	panic(1)
}

func main() {
	s := &stack{}
	fmt.Println(a(s), *s)
	done := make(chan bool)
	go func() { defer close(done); gx() }()
	<-done
	fmt.Println(strings.Join(loop(6), ";"))
	fmt.Println(use(), modify(), after())
	defer func() {
		fmt.Println(recover())
		defer func() { fmt.Println("x", recover()) }()
		panic("again")
	}()
	defer func() {
		defer func() { fmt.Println("y", recover()) }()
		panic("replaced")
	}()
	panic("main")
}

// Outcomes:
//	exit 0 "a: b re: assignment to entry in nil map [c b got assignment to entry in nil map b a]\ngx deferred <nil>\nnil;string s;error e;error runtime error: invalid memory address or nil pointer dereference;int;stringer sb\nclose b\nclose a\nopen \"\": invalid argument 24 set!\ny replaced\nmain\nx again\n"
