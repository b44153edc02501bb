//go:build go1.26

package main

import (
	"fmt"
	"runtime"
)

//chancheck:want panic in goexit
func main() {
	done := make(chan int)
	go func() {
		defer close(done)
		defer func() { fmt.Println("rec", recover()) }()
		defer runtime.Goexit()
		panic("lost")
	}()
	<-done
	go func() {
		defer func() { panic("in goexit") }()
		runtime.Goexit()
	}()
	select {}
}

// Outcomes:
//	exit 2 "rec <nil>\n" in goexit
