// An unrecovered panic with a string of a named type.
package main

import "fmt"

type kind string

//chancheck:want panic main.kind("odd")
func main() {
	defer fmt.Println("cleanup")
	panic(kind("odd"))
}

// Outcomes:
//	exit 2 "cleanup\n" main.kind("odd")
