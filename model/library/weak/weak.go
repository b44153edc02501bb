// Package weak: nothing is ever collected, which is one way in which a program can go.
package weak

import "internal/machine"

type Pointer[T any] struct {
	_ [0]*T
	p *T
}

func Make[T any](ptr *T) Pointer[T] { return Pointer[T]{p: ptr} }

func (p Pointer[T]) Value() *T {
	if p.p != nil {
		machine.Sampled("weak: an object that only weak pointers lead to is never collected")
	}
	return p.p
}
