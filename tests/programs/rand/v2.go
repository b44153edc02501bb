// math/rand/v2, and a panic that only one of four draws gives.
package main

import (
	"fmt"
	"math/rand/v2"
)

//chancheck:want panic integer divide by zero
func main() {
	n := rand.IntN(4)
	fmt.Print(n, " ")
	fmt.Println(6 / (n - 2))
}

// Outcomes:
//	exit 0 "0 -3\n"
//	exit 0 "1 -6\n"
//	exit 0 "3 6\n"
//	exit 2 "2 " runtime error: integer divide by zero
