// Any value of the range can come.
package main

import (
	"fmt"
	"math/rand"
)

func main() {
	a := rand.Intn(3)
	b := 1 + rand.Intn(2)
	fmt.Println(a, b)
}

// Outcomes:
//	exit 0 "0 1\n"
//	exit 0 "0 2\n"
//	exit 0 "1 1\n"
//	exit 0 "1 2\n"
//	exit 0 "2 1\n"
//	exit 0 "2 2\n"
