// panic(nil) is an error of its own since Go 1.21.

//go:build go1.26

package main

import (
	"fmt"
	"runtime"
)

//chancheck:want panic panic called with nil argument
func main() {
	func() {
		defer func() {
			r := recover()
			_, ok := r.(*runtime.PanicNilError)
			fmt.Println(r, ok)
		}()
		panic(nil)
	}()
	var e error
	panic(e)
}

// Outcomes:
//	exit 2 "panic called with nil argument true\n" panic called with nil argument
