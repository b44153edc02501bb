//go:build go1.25

// Two panics with nil have one value: the second tells of the first what panicking with it again would.

//chancheck:want panic
package main

func main() {
	defer func() {
		defer func() { panic(1) }()
		panic(nil)
	}()
	defer func() {
		panic(recover())
	}()
	panic(nil)
}

// Outcomes:
//	exit 2 "" panic called with nil argument [recovered, repanicked]\n\tpanic: 1
