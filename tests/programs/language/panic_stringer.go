//go:build go1.26

package main

type S struct{ a int }

func (s S) String() string { return "stringer" }

//chancheck:want panic stringer
func main() { panic(S{1}) }

// Outcomes:
//	exit 2 "" stringer
