// NumGoroutine while another one may have ended.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	done := make(chan bool)
	go func() { done <- true }()
	a := runtime.NumGoroutine()
	<-done
	b := runtime.NumGoroutine()
	fmt.Println(a, b)
}

// Outcomes:
//	exit 0 "2 1\n"
//	exit 0 "2 2\n"
