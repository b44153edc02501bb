// State functions, memoisation, currying, middleware, a tiny event system: closures that call closures.
package main

import (
	"fmt"
	"strings"
)

type lexer struct {
	in  string
	pos int
	out []string
}
type stateFn func(*lexer) stateFn

func text(l *lexer) stateFn {
	i := strings.IndexByte(l.in[l.pos:], '{')
	if i < 0 {
		l.out = append(l.out, "text:"+l.in[l.pos:])
		return nil
	}
	if i > 0 {
		l.out = append(l.out, "text:"+l.in[l.pos:l.pos+i])
	}
	l.pos += i + 1
	return inside
}

func inside(l *lexer) stateFn {
	i := strings.IndexByte(l.in[l.pos:], '}')
	if i < 0 {
		return errorf("unclosed at %d", l.pos)
	}
	l.out = append(l.out, "action:"+l.in[l.pos:l.pos+i])
	l.pos += i + 1
	return text
}

func errorf(format string, args ...any) stateFn {
	return func(l *lexer) stateFn {
		l.out = append(l.out, fmt.Sprintf(format, args...))
		return nil
	}
}

func lex(s string) []string {
	l := &lexer{in: s}
	for state := stateFn(text); state != nil; {
		state = state(l)
	}
	return l.out
}

func memo(f func(func(int) int, int) int) func(int) int {
	cache := map[int]int{}
	var self func(int) int
	self = func(n int) int {
		if v, ok := cache[n]; ok {
			return v
		}
		v := f(self, n)
		cache[n] = v
		return v
	}
	return self
}

type handler func(string) string
type middleware func(handler) handler

func chain(h handler, ms ...middleware) handler {
	for i := len(ms) - 1; i >= 0; i-- {
		h = ms[i](h)
	}
	return h
}

func tag(t string) middleware {
	return func(next handler) handler {
		return func(s string) string { return "<" + t + ">" + next(s) + "</" + t + ">" }
	}
}

type events map[string][]func(args ...any) bool

func (e events) on(name string, f func(args ...any) bool) func() {
	e[name] = append(e[name], f)
	i := len(e[name]) - 1
	return func() { e[name][i] = nil }
}

func (e events) emit(name string, args ...any) (n int) {
	for _, f := range e[name] {
		if f != nil && f(args...) {
			n++
		}
	}
	return
}

func main() {
	fmt.Printf("%q\n", lex("a{x}b{y}"))
	fmt.Printf("%q\n", lex("{x}{y"))
	calls := 0
	fib := memo(func(self func(int) int, n int) int {
		calls++
		if n < 2 {
			return n
		}
		return self(n-1) + self(n-2)
	})
	fmt.Println(fib(30), calls)
	h := chain(strings.ToUpper, tag("a"), tag("b"))
	fmt.Println(h("x"))
	e := events{}
	sum := 0
	off := e.on("add", func(args ...any) bool {
		for _, a := range args {
			if n, ok := a.(int); ok {
				sum += n
			}
		}
		return true
	})
	e.on("add", func(args ...any) bool { return len(args) > 2 })
	fmt.Println(e.emit("add", 1, "x", 2), e.emit("add", 4), e.emit("none"), sum)
	off()
	fmt.Println(e.emit("add", 1, 2, 3), sum)
	curry := func(a int) func(int) func(int) int {
		return func(b int) func(int) int { return func(c int) int { return a*100 + b*10 + c } }
	}
	fmt.Println(curry(1)(2)(3))
}

// Outcomes:
//	exit 0 "[\"text:a\" \"action:x\" \"text:b\" \"action:y\" \"text:\"]\n[\"action:x\" \"unclosed at 4\"]\n832040 31\n<a><b>X</b></a>\n2 1 0 7\n1 7\n123\n"
