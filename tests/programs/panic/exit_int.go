// An unrecovered panic with an integer of a named type.
package main

type code int

//chancheck:want panic main.code(7)
func main() {
	panic(code(7))
}

// Outcomes:
//	exit 2 "" main.code(7)
