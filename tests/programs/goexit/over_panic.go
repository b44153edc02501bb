// Goexit in a deferred call replaces a panic; a recovered panic in a deferred call does not stop a Goexit.
package main

import (
	"fmt"
	"runtime"
)

func run(f func()) {
	done := make(chan bool)
	go func() {
		defer close(done)
		f()
		fmt.Print("returned ")
	}()
	<-done
	fmt.Println("ended")
}

func main() {
	run(func() {
		defer runtime.Goexit()
		panic("replaced")
	})
	run(func() {
		defer func() { fmt.Print(recover(), " ") }()
		defer panic("in deferred")
		runtime.Goexit()
	})
	run(func() {
		defer func() { recover() }()
		panic("normal")
	})
}

// Outcomes:
//	exit 0 "ended\nin deferred ended\nreturned ended\n"
