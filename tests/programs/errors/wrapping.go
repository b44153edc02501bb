// errors: New, Is, As, Unwrap, Join, Errorf with %w, custom Is and As.
package main

import (
	"errors"
	"fmt"
)

var ErrNotFound = errors.New("not found")
var ErrOther = errors.New("other")

type QueryError struct {
	Query string
	Err   error
}

func (e *QueryError) Error() string { return e.Query + ": " + e.Err.Error() }
func (e *QueryError) Unwrap() error { return e.Err }

type Temp struct{ n int }

func (t Temp) Error() string        { return fmt.Sprint("temp ", t.n) }
func (t Temp) Is(target error) bool { return target == ErrOther }
func (t Temp) Temporary() bool      { return t.n > 0 }

func main() {
	e1 := fmt.Errorf("layer1: %w", ErrNotFound)
	e2 := &QueryError{"select", e1}
	e3 := fmt.Errorf("layer3: %w (%d)", e2, 7)
	fmt.Println(e3)
	fmt.Println(errors.Is(e3, ErrNotFound), errors.Is(e3, ErrOther), errors.Is(nil, ErrNotFound), e3 == ErrNotFound)
	var q *QueryError
	fmt.Println(errors.As(e3, &q), q.Query, q == e2)
	fmt.Println(errors.Unwrap(e3) == error(e2), errors.Unwrap(ErrNotFound), errors.Unwrap(errors.Unwrap(errors.Unwrap(e3))))
	t := fmt.Errorf("x: %w", Temp{2})
	fmt.Println(errors.Is(t, ErrOther), errors.Is(t, Temp{2}), errors.Is(t, Temp{3}))
	var tmp interface{ Temporary() bool }
	fmt.Println(errors.As(t, &tmp), tmp.Temporary(), errors.As(e1, &tmp))
	j := errors.Join(e1, nil, Temp{1})
	fmt.Println(j, "|", errors.Is(j, ErrNotFound), errors.Is(j, ErrOther), errors.Join(nil, nil) == nil)
	m := fmt.Errorf("many: %w and %w", ErrNotFound, ErrOther)
	fmt.Println(m, errors.Is(m, ErrNotFound), errors.Is(m, ErrOther), errors.Unwrap(m) == nil)
	n := fmt.Errorf("no wrap: %v", ErrNotFound)
	fmt.Println(n, errors.Is(n, ErrNotFound))
	var err error = Temp{1}
	fmt.Println(err == Temp{1}, err.Error())
	fmt.Printf("%v %s %q\n", err, err, ErrOther)
}

// Outcomes:
//	exit 0 "layer3: select: layer1: not found (7)\ntrue false false false\ntrue select true\ntrue <nil> not found\ntrue true false\ntrue true false\nlayer1: not found\ntemp 1 | true true true\nmany: not found and other true true true\nno wrap: not found false\ntrue temp 1\ntemp 1 temp 1 \"other\"\n"
