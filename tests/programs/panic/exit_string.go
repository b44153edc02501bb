// An unrecovered panic runs the deferred calls of all frames, then ends the process with status 2.
package main

import "fmt"

func inner() {
	defer fmt.Println("inner deferred")
	panic("the end")
}

//chancheck:want panic the end
func main() {
	defer fmt.Println("main deferred")
	defer func() {
		defer fmt.Println("nested deferred")
	}()
	inner()
	fmt.Println("never")
}

// Outcomes:
//	exit 2 "inner deferred\nnested deferred\nmain deferred\n" the end
