// An unrecovered panic with a float, as the runtime prints it.

//go:build go1.26

package main

//chancheck:want panic 1.5
func main() {
	x := 3.0
	panic(x / 2)
}

// Outcomes:
//	exit 2 "" 1.5
