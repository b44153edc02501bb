// Package fmt: formatted output as the real one writes it, over the machine's mirror of values. print.go has the entry points,
// verb.go the directives of a format, value.go values of every kind, number.go and text.go the leaves.
package fmt

import (
	"errors"
	"io"
	"os"
)

// State is what a Formatter sees of the printer.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// A Formatter formats itself.
type Formatter interface {
	Format(f State, verb rune)
}

// A Stringer describes itself for %v and %s.
type Stringer interface {
	String() string
}

// A GoStringer describes itself for %#v.
type GoStringer interface {
	GoString() string
}

func Sprintf(format string, a ...any) string {
	p := new(printer)
	p.printf(format, a)
	return string(p.buf)
}

func Sprint(a ...any) string {
	p := new(printer)
	p.print(a)
	return string(p.buf)
}

func Sprintln(a ...any) string {
	p := new(printer)
	p.println(a)
	return string(p.buf)
}

func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	p := new(printer)
	p.printf(format, a)
	return w.Write(p.buf)
}

func Fprint(w io.Writer, a ...any) (n int, err error) {
	p := new(printer)
	p.print(a)
	return w.Write(p.buf)
}

func Fprintln(w io.Writer, a ...any) (n int, err error) {
	p := new(printer)
	p.println(a)
	return w.Write(p.buf)
}

func Printf(format string, a ...any) (n int, err error) {
	p := new(printer)
	p.printf(format, a)
	return os.Stdout.Write(p.buf)
}

func Print(a ...any) (n int, err error) {
	p := new(printer)
	p.print(a)
	return os.Stdout.Write(p.buf)
}

func Println(a ...any) (n int, err error) {
	p := new(printer)
	p.println(a)
	return os.Stdout.Write(p.buf)
}

func Append(b []byte, a ...any) []byte {
	p := new(printer)
	p.print(a)
	return append(b, p.buf...)
}

func Appendf(b []byte, format string, a ...any) []byte {
	p := new(printer)
	p.printf(format, a)
	return append(b, p.buf...)
}

func Appendln(b []byte, a ...any) []byte {
	p := new(printer)
	p.println(a)
	return append(b, p.buf...)
}

type wrapError struct {
	msg string
	err error
}

func (e *wrapError) Error() string { return e.msg }
func (e *wrapError) Unwrap() error { return e.err }

type wrapErrors struct {
	msg  string
	errs []error
}

func (e *wrapErrors) Error() string   { return e.msg }
func (e *wrapErrors) Unwrap() []error { return e.errs }

// Errorf wraps the operands of %w, in the order of the arguments.
func Errorf(format string, a ...any) error {
	p := &printer{wrap: true}
	p.printf(format, a)
	s := string(p.buf)
	switch len(p.wrapped) {
	case 0:
		return errors.New(s)
	case 1:
		w := &wrapError{msg: s}
		w.err, _ = a[p.wrapped[0]].(error)
		return w
	}
	var errs []error
	for i := range a {
		for _, j := range p.wrapped {
			if i == j {
				if e, ok := a[i].(error); ok {
					errs = append(errs, e)
				}
				break
			}
		}
	}
	return &wrapErrors{s, errs}
}

// FormatString writes the directive that state and verb came from.
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if w, ok := state.Width(); ok {
		b = Append(b, w)
	}
	if p, ok := state.Precision(); ok {
		b = append(b, '.')
		b = Append(b, p)
	}
	return string(b) + string(verb)
}
