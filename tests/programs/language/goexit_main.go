//go:build go1.26

package main

import (
	"fmt"
	"runtime"
)

//chancheck:want deadlock no goroutines (main called runtime.Goexit) - deadlock!
func main() {
	go func() { fmt.Println("other") }()
	defer fmt.Println("main deferred")
	runtime.Goexit()
}

// Outcomes:
//	exit 2 "main deferred\nother\n" no goroutines (main called runtime.Goexit) - deadlock!
//	exit 2 "other\nmain deferred\n" no goroutines (main called runtime.Goexit) - deadlock!
