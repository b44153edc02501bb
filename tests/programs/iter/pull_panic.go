// A panic in a sequence is one of who pulls, and then the sequence has ended.
package main

import (
	"fmt"
	"iter"
)

func main() {
	next, stop := iter.Pull(func(yield func(int) bool) {
		yield(1)
		panic("no more")
	})
	fmt.Println(next())
	func() {
		defer func() { fmt.Println("recovered", recover()) }()
		next()
	}()
	fmt.Println(next())
	stop()
}

// Outcomes:
//	exit 0 "1 true\nrecovered no more\n0 false\n"
