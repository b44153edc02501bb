//go:build go1.26

package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

type E1 struct {
	op  string
	err error
}

func (e *E1) Error() string { return e.op + ": " + e.err.Error() }
func (e *E1) Unwrap() error { return e.err }

type E2 int

func (e E2) Error() string        { return fmt.Sprint("E2:", int(e)) }
func (e E2) Is(target error) bool { return target == io.EOF && e == 1 }

type Multi []error

func (m Multi) Error() string   { return fmt.Sprint(len(m), " errors") }
func (m Multi) Unwrap() []error { return m }

type Tmp interface{ Temporary() bool }
type te struct{ error }

func (te) Temporary() bool { return true }

func f(fail bool) error {
	var e *E1
	if fail {
		e = &E1{"x", io.EOF}
	}
	return e
}

func main() {
	base := errors.New("base")
	w := fmt.Errorf("w1: %w", base)
	w2 := fmt.Errorf("w2: %w, %w", w, E2(1))
	fmt.Println(w2, errors.Is(w2, base), errors.Is(w2, io.EOF), errors.Is(w2, io.ErrUnexpectedEOF), errors.Unwrap(w) == base, errors.Unwrap(w2))
	var e2 E2
	fmt.Println(errors.As(w2, &e2), e2)
	j := errors.Join(base, nil, &E1{"op", io.EOF})
	fmt.Println(j, errors.Is(j, io.EOF), errors.Join(nil, nil) == nil)
	fmt.Printf("%q %T %T %T\n", j.Error(), j, w, w2)
	var e1 *E1
	fmt.Println(errors.As(j, &e1), e1.op)
	m := Multi{base, fmt.Errorf("%w", E2(2))}
	fmt.Println(errors.Is(m, base), errors.As(m, &e2), e2)
	var tmp Tmp
	fmt.Println(errors.As(fmt.Errorf("x %w", te{base}), &tmp), tmp.Temporary())
	fmt.Println(f(false) == nil, f(true))
	fmt.Println(errors.Is(nil, nil), errors.Is(base, nil), errors.New("a") == errors.New("a"))
	fmt.Println(fmt.Errorf("no verb"), fmt.Errorf("%w", nil), fmt.Errorf("%w %d", base, 1), fmt.Errorf("%v %w", 1, "str"))
	fmt.Println(fs.ErrNotExist, io.EOF, io.ErrClosedPipe, os.ErrInvalid, errors.ErrUnsupported)
	pe := &fs.PathError{Op: "open", Path: "p", Err: fs.ErrNotExist}
	fmt.Println(pe, errors.Is(pe, os.ErrNotExist))
	func() {
		defer func() { fmt.Println(recover()) }()
		errors.As(base, nil)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		var x int
		errors.As(base, x)
	}()
	var unc error = Unc{[]int{1}}
	fmt.Println(errors.Is(unc, unc2))
	func() {
		defer func() { r := recover(); err, ok := r.(error); fmt.Println(ok, err) }()
		fmt.Println(unc == unc2)
	}()
}

type Unc struct{ s []int }

func (Unc) Error() string { return "unc" }

var unc2 error = Unc{[]int{2}}

// Outcomes:
//	exit 0 "w2: w1: base, E2:1 true true false true <nil>\ntrue E2:1\nbase\nop: EOF true true\n\"base\\nop: EOF\" *errors.joinError *fmt.wrapError *fmt.wrapErrors\ntrue op\ntrue true E2:2\ntrue true\nfalse x: EOF\ntrue false false\nno verb %!w(<nil>) base 1 1 %!w(string=str)\nfile does not exist EOF io: read/write on closed pipe invalid argument unsupported operation\nopen p: file does not exist true\nerrors: target cannot be nil\nerrors: target must be a non-nil pointer\nfalse\ntrue runtime error: comparing uncomparable type main.Unc\n"
