//go:build go1.26

package main

import (
	"fmt"
	"os"
)

func main() {
	defer fmt.Println("no")
	fmt.Println("before")
	func() {
		defer fmt.Println("neither")
		os.Exit(7)
	}()
}

// Outcomes:
//	exit 7 "before\n"
