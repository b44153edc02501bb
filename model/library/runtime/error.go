package runtime

// An Error is a run-time error. The machine panics with values of the types below, which it finds by name.
type Error interface {
	error
	RuntimeError()
}

// errorString: "integer divide by zero", an index out of range and the like.
type errorString string

func (e errorString) RuntimeError() {}
func (e errorString) Error() string { return "runtime error: " + string(e) }

// boundsError: an index, a slice expression, a conversion of a slice to an array.
type boundsError string

func (e boundsError) RuntimeError() {}
func (e boundsError) Error() string { return "runtime error: " + string(e) }

// plainError has its text without "runtime error: " in front.
type plainError string

func (e plainError) RuntimeError() {}
func (e plainError) Error() string { return string(e) }

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError()   {}
func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError is what panic(nil) panics with.
type PanicNilError struct {
	_ [0]func()
}

func (*PanicNilError) RuntimeError() {}
func (*PanicNilError) Error() string {
	return "panic called with nil argument"
}

// An unhashableTypeError is of package internal/runtime/maps.
type unhashableTypeError string

func (e unhashableTypeError) RuntimeError() {}
func (e unhashableTypeError) Error() string { return "hash of unhashable type: " + string(e) }
