// Section 4.1: main is gone and the last goroutine panics: a dying process is no deadlock.
package main

import "runtime"

//chancheck:want panic last words
func main() {
	go func() { panic("last words") }()
	runtime.Goexit()
}

// Outcomes:
//	exit 2 "" last words
