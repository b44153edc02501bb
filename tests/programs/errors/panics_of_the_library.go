// What the library panics with, or refuses, at the edge of what it takes.

//go:build go1.22

package main

import (
	"bytes"
	"errors"
	"fmt"
	"sync/atomic"
)

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	err := errors.New("e")
	var text string
	var none *int
	try(func() { errors.As(err, &text) })
	try(func() { errors.As(err, none) })
	try(func() { errors.As(err, nil) })
	try(func() { errors.As(err, err) })
	var any fmt.Stringer
	fmt.Println(errors.As(err, &any), errors.As(nil, &text))

	var v atomic.Value
	fmt.Println(v.CompareAndSwap(1, 2), v.CompareAndSwap(nil, 1), v.CompareAndSwap(nil, 2), v.CompareAndSwap(1, 3))
	try(func() { v.CompareAndSwap(nil, "other type") })
	try(func() { v.CompareAndSwap("other type", "other type") })
	try(func() { v.CompareAndSwap(1, "other type") })

	try(func() { bytes.NewBuffer(make([]byte, 1)).Grow(1<<63 - 1) })
	fmt.Println(new(bytes.Reader).UnreadRune())
}

// Outcomes:
//	exit 0 "errors: *target must be interface or implement error\nerrors: target must be a non-nil pointer\nerrors: target cannot be nil\nerrors: *target must be interface or implement error\nfalse false\nfalse true false true\nsync/atomic: compare and swap of inconsistently typed value into Value\nsync/atomic: compare and swap of inconsistently typed value into Value\nsync/atomic: compare and swap of inconsistently typed values\nbytes.Buffer: too large\nbytes.Reader.UnreadRune: at beginning of slice\n"
