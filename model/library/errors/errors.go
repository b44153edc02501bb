// Package errors: errors as trees. Is and As walk Unwrap() error and Unwrap() []error depth first.
package errors

import "internal/machine"

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error that is equal only to itself.
func New(text string) error { return &errorString{text} }

// ErrUnsupported says that an operation cannot be done.
var ErrUnsupported error = &errorString{"unsupported operation"}

type joinError struct {
	errs []error
}

// Join wraps the errors that are not nil; nil if none is left.
func Join(errs ...error) error {
	var kept []error
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	if len(kept) == 0 {
		return nil
	}
	return &joinError{kept}
}

func (e *joinError) Error() string {
	var text []byte
	for i, err := range e.errs {
		if i > 0 {
			text = append(text, '\n')
		}
		text = append(text, err.Error()...)
	}
	return string(text)
}

func (e *joinError) Unwrap() []error { return e.errs }

// Unwrap returns what err's method Unwrap() error says.
func Unwrap(err error) error {
	if w, ok := err.(interface{ Unwrap() error }); ok {
		return w.Unwrap()
	}
	return nil
}

// Is reports whether an error in err's tree is target, or says so.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	return is(err, target, machine.Comparable(target))
}

func is(err, target error, comparable bool) bool {
	for err != nil {
		if comparable && err == target {
			return true
		}
		if x, ok := err.(interface{ Is(error) bool }); ok && x.Is(target) {
			return true
		}
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range many.Unwrap() {
				if is(e, target, comparable) {
					return true
				}
			}
			return false
		}
		err = Unwrap(err)
	}
	return false
}

// As stores the first error in err's tree that *target can hold, and reports whether there was one.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	if target == nil {
		panic("errors: target cannot be nil")
	}
	if machine.Kind(target) != machine.KindPointer || machine.IsNil(target) {
		panic("errors: target must be a non-nil pointer")
	}
	if _, ok := machine.Elem(target).(error); !ok && machine.ElemKind(target) != machine.KindInterface {
		panic("errors: *target must be interface or implement error")
	}
	return as(err, target)
}

func as(err error, target any) bool {
	for err != nil {
		if machine.Assign(target, err) {
			return true
		}
		if x, ok := err.(interface{ As(any) bool }); ok && x.As(target) {
			return true
		}
		if many, ok := err.(interface{ Unwrap() []error }); ok {
			for _, e := range many.Unwrap() {
				if as(e, target) {
					return true
				}
			}
			return false
		}
		err = Unwrap(err)
	}
	return false
}

// AsType is As with the type as an argument.
func AsType[E error](err error) (E, bool) {
	var target E
	if err == nil {
		return target, false
	}
	ok := as(err, &target)
	return target, ok
}
