// Goexit runs the deferred calls of all frames; recover finds no panic.
package main

import (
	"fmt"
	"runtime"
)

func inner() {
	defer fmt.Print("inner ")
	runtime.Goexit()
	fmt.Print("never ")
}

func main() {
	done := make(chan bool)
	go func() {
		defer close(done)
		defer func() { fmt.Print(recover(), " ") }()
		func() {
			defer func() {
				defer fmt.Print("nested ")
			}()
			inner()
		}()
		fmt.Print("never ")
	}()
	<-done
	fmt.Println("main")
}

// Outcomes:
//	exit 0 "inner nested <nil> main\n"
