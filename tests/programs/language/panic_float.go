//go:build go1.26

package main

//chancheck:want panic 1.5
func main() { panic(1.5) }

// Outcomes:
//	exit 2 "" 1.5
