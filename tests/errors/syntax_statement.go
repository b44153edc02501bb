// Statements that do not parse. Each function is left in good order, so that the next error is one of its own.
package main

func conditions(x, y int) {
	if x = y { // ERROR "cannot use assignment x = y as value"
	}
	if x == 1 {
	} else x++ // ERROR "else must be followed by if or statement block"
	for var i = 0; i < 1; i++ { // ERROR "var declaration not allowed in for initializer"
	}
	for i := 0; i < 1; j := 2 { // ERROR "cannot declare in post statement of for loop"
	}
	x++ y // ERROR "unexpected name y at end of statement"
	x, y += 1, 2 // ERROR "unexpected .=, expected := or = or comma"
}

func slices(a []int) {
	_ = a[1::3] // ERROR "middle index required in 3-index slice"
	_ = a[1:2:] // ERROR "final index required in 3-index slice"
}

func main() {
	go (main()) // ERROR "expression in go must not be parenthesized"
}
