// A goroutine that has crashed is there as long as the process: nobody sees the count without it.
package main

import "runtime"

//chancheck:want panic boom
func main() {
	x := make(chan int, 1)
	go func() {
		x <- 1
		panic("boom")
	}()
	if runtime.NumGoroutine() == 1 {
		panic("counted away")
	}
}

// Outcomes:
//	exit 0 ""
//	exit 2 "" boom
