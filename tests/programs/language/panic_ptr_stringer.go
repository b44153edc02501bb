//go:build go1.26

package main

type T struct{}

func (*T) String() string { return "ptr" }

//chancheck:want panic ptr
func main() {
	var e error
	defer func() { panic(e) }()
	panic(&T{})
}

// Outcomes:
//	exit 2 "" ptr\n\tpanic: panic called with nil argument
