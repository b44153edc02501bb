// os.Exit ends at once: no deferred call runs, not even during a panic.
package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("never printed")
	fmt.Println("before")
	func() {
		defer func() {
			recover()
			defer os.Exit(3)
			fmt.Println("leaving")
		}()
		panic("swallowed")
	}()
	fmt.Println("never either")
}

// Outcomes:
//	exit 3 "before\nleaving\n"
