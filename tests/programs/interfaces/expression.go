// An expression parser and evaluator: recursive types, interfaces, errors, a visitor.
package main

import (
	"errors"
	"fmt"
	"strings"
)

type Expr interface {
	Eval(env map[string]int) (int, error)
}
type (
	Num   int
	Var   string
	Unary struct {
		op byte
		x  Expr
	}
	Binary struct {
		op   byte
		l, r Expr
	}
)

var ErrDivide = errors.New("division by zero")

func (n Num) Eval(map[string]int) (int, error) { return int(n), nil }
func (v Var) Eval(env map[string]int) (int, error) {
	if x, ok := env[string(v)]; ok {
		return x, nil
	}
	return 0, fmt.Errorf("undefined %q", string(v))
}
func (u Unary) Eval(env map[string]int) (int, error) {
	x, err := u.x.Eval(env)
	return -x, err
}
func (b Binary) Eval(env map[string]int) (int, error) {
	l, err := b.l.Eval(env)
	if err != nil {
		return 0, err
	}
	r, err := b.r.Eval(env)
	if err != nil {
		return 0, err
	}
	switch b.op {
	case '+':
		return l + r, nil
	case '-':
		return l - r, nil
	case '*':
		return l * r, nil
	case '/':
		if r == 0 {
			return 0, fmt.Errorf("%d/%d: %w", l, r, ErrDivide)
		}
		return l / r, nil
	}
	panic("bad operator " + string(b.op))
}

type parser struct {
	s   string
	pos int
}

func (p *parser) peek() byte {
	for p.pos < len(p.s) && p.s[p.pos] == ' ' {
		p.pos++
	}
	if p.pos == len(p.s) {
		return 0
	}
	return p.s[p.pos]
}

func (p *parser) fail(format string, args ...any) {
	panic(fmt.Errorf("at %d: "+format, append([]any{p.pos}, args...)...))
}

func (p *parser) expr(level int) Expr {
	if level == 2 {
		return p.unary()
	}
	l := p.expr(level + 1)
	for {
		op := p.peek()
		if op == 0 || !strings.Contains([]string{"+-", "*/"}[level], string(op)) {
			return l
		}
		p.pos++
		l = Binary{op, l, p.expr(level + 1)}
	}
}

func (p *parser) unary() Expr {
	switch c := p.peek(); {
	case c == '-':
		p.pos++
		return Unary{c, p.unary()}
	case c == '(':
		p.pos++
		e := p.expr(0)
		if p.peek() != ')' {
			p.fail("want )")
		}
		p.pos++
		return e
	case c >= '0' && c <= '9':
		n := 0
		for ; p.pos < len(p.s) && p.s[p.pos] >= '0' && p.s[p.pos] <= '9'; p.pos++ {
			n = n*10 + int(p.s[p.pos]-'0')
		}
		return Num(n)
	case c >= 'a' && c <= 'z':
		start := p.pos
		for p.pos < len(p.s) && p.s[p.pos] >= 'a' && p.s[p.pos] <= 'z' {
			p.pos++
		}
		return Var(p.s[start:p.pos])
	case c == 0:
		p.fail("unexpected end")
	default:
		p.fail("unexpected %q", c)
	}
	return nil
}

func parse(s string) (e Expr, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = r.(error)
		}
	}()
	p := &parser{s: s}
	e = p.expr(0)
	if p.peek() != 0 {
		p.fail("trailing %q", p.s[p.pos:])
	}
	return
}

func show(e Expr) string {
	switch e := e.(type) {
	case Num:
		return fmt.Sprint(int(e))
	case Var:
		return string(e)
	case Unary:
		return "(-" + show(e.x) + ")"
	case Binary:
		return fmt.Sprintf("(%s%c%s)", show(e.l), e.op, show(e.r))
	}
	return "?"
}

func main() {
	env := map[string]int{"x": 4, "zero": 0}
	for _, s := range []string{"1+2*3", "(1+2)*-x", "10/zero", "2*(3", "7 - 2 - 1", "y+1", "", "3 $ 4", "--5", "1 2"} {
		e, err := parse(s)
		if err != nil {
			fmt.Println("error:", err)
			continue
		}
		v, err := e.Eval(env)
		fmt.Println(show(e), v, err, errors.Is(err, ErrDivide))
	}
	fmt.Println(Expr(Num(1)) == Expr(Num(1)), Expr(Binary{'+', Num(1), Var("a")}) == Expr(Binary{'+', Num(1), Var("a")}))
}

// Outcomes:
//	exit 0 "(1+(2*3)) 7 <nil> false\n((1+2)*(-x)) -12 <nil> false\n(10/zero) 0 10/0: division by zero true\nerror: at 4: want )\n((7-2)-1) 4 <nil> false\n(y+1) 0 undefined \"y\" false\nerror: at 0: unexpected end\nerror: at 2: trailing \"$ 4\"\n(-(-5)) 5 <nil> false\nerror: at 2: trailing \"2\"\ntrue true\n"
