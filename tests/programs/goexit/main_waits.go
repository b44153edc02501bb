// Main calls Goexit; the others go on until the last has ended.
package main

import (
	"fmt"
	"runtime"
)

//chancheck:want deadlock no goroutines (main called runtime.Goexit) - deadlock!
func main() {
	ch := make(chan int)
	go func() { ch <- 1 }()
	go func() { fmt.Println("got", <-ch) }()
	defer fmt.Println("main deferred")
	runtime.Goexit()
}

// Outcomes:
//	exit 2 "got 1\nmain deferred\n" no goroutines (main called runtime.Goexit) - deadlock!
//	exit 2 "main deferred\ngot 1\n" no goroutines (main called runtime.Goexit) - deadlock!
