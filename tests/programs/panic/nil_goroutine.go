// go of a nil function is fatal.
package main

import "fmt"

//chancheck:want fatal go of nil func value
func main() {
	defer func() { fmt.Println(recover()) }()
	var f func()
	fmt.Println("before")
	go f()
}

// Outcomes:
//	exit 2 "before\n" go of nil func value
