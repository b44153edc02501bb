//go:build go1.26

package main

type T string

//chancheck:want panic main.T("named
func main() { panic(T("named\nline")) }

// Outcomes:
//	exit 2 "" main.T("named\n\tline")
