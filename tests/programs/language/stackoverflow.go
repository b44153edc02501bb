//go:build go1.26

// Harness: no-go a gigabyte of stack

package main

func f(n int) int { return f(n+1) + 1 }

//chancheck:want fatal stack overflow
func main() { f(0) }

// Outcomes:
//	exit 2 "" stack overflow
