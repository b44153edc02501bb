//go:build go1.26

package main

import "fmt"

//chancheck:want panic first
func main() {
	defer func() {
		panic("second")
	}()
	defer func() {
		defer func() { fmt.Println("in", recover()) }()
		panic("inner")
	}()
	panic("first")
}

// Outcomes:
//	exit 2 "in inner\n" first\n\tpanic: second
