// A deferred function sees and changes named results, after return has set them and during a panic.

//go:build go1.22

package main

import (
	"errors"
	"fmt"
)

func divide(a, b int) (q int, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("divide %d by %d: %v", a, b, r)
		}
	}()
	return a / b, nil
}

func wrap(err error) (out error) {
	defer func() {
		if out != nil {
			out = fmt.Errorf("wrapped: %w", out)
		}
	}()
	return err
}

func overwrite() (s string) {
	s = "a"
	defer func() { s += "d" }()
	s += "b"
	return s + "c"
}

func keep() (n int) {
	defer func() {
		recover()
		n += 1
	}()
	n = 41
	panic("lost")
}

func swap() (a, b int) {
	defer func() { a, b = b, a }()
	return 1, 2
}

func shadow() (n int) {
	defer func() { n++ }()
	{
		n := 10
		n++
		return n
	}
}

func inLoop() (total int) {
	for i := 1; i <= 4; i++ {
		defer func() { total = total*10 + i }()
	}
	return 9
}

func main() {
	fmt.Println(divide(7, 2))
	q, err := divide(7, 0)
	fmt.Println(q, err)
	base := errors.New("base")
	fmt.Println(wrap(nil), wrap(base), errors.Is(wrap(base), base))
	fmt.Println(overwrite(), keep(), shadow(), inLoop())
	fmt.Println(swap())
}

// Outcomes:
//	exit 0 "3 <nil>\n0 divide 7 by 0: runtime error: integer divide by zero\n<nil> wrapped: base true\nabcd 42 12 94321\n2 1\n"
