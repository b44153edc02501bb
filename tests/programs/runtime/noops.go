// Gosched, GC, GOMAXPROCS and NumGoroutine in a program of one goroutine.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.Gosched()
	runtime.GC()
	n := runtime.GOMAXPROCS(0)
	fmt.Println(n > 0, runtime.NumGoroutine())
	ch := make(chan int)
	go func() { <-ch }()
	fmt.Println(runtime.NumGoroutine())
	ch <- 1
	fmt.Println(runtime.NumCPU() > 0)
}

// Outcomes:
//	exit 0 "true 1\n2\ntrue\n"
