// Section 4.2: the article lets the collector turn a _Gwaiting goroutine _Gdead. It stays: a leak.
package main

import (
	"fmt"
	"runtime"
)

//chancheck:want leak
func main() {
	go func() {
		<-make(chan int)
	}()
	runtime.GC()
	fmt.Println(runtime.NumGoroutine())
}

// Outcomes:
//	exit 0 "2\n"
