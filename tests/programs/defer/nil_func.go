// A deferred nil function panics when it is run, not when it is deferred; the other deferred calls run.
package main

import "fmt"

//chancheck:want panic invalid memory address or nil pointer dereference
func main() {
	func() {
		defer func() { fmt.Println("recovered:", recover()) }()
		var f func()
		defer f()
		fmt.Println("deferred a nil function")
	}()
	defer fmt.Println("still runs")
	var g func()
	defer g()
	fmt.Println("end of main")
}

// Outcomes:
//	exit 2 "deferred a nil function\nrecovered: runtime error: invalid memory address or nil pointer dereference\nend of main\nstill runs\n" runtime error: invalid memory address or nil pointer dereference
