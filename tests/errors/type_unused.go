// What is declared must be used, and functions with results must return.
package main

import "fmt" // ERROR "\"fmt\" imported and not used"

func missing(x int) int {
	for x > 0 {
		x--
	}
} // ERROR "missing return"

func main() {
	x := 1 // ERROR "declared and not used: x"
	var y int // ERROR "declared and not used: y"
	y = 2
	_ = missing
	z, z2 := 1, 2 // ERROR "declared and not used: z2"
	_ = z
	z := 3 // ERROR "no new variables on left side of :="
}
