// The other goroutine may have ended or not.
package main

import (
	"runtime"
)

func main() {
	x := make(chan int, 1)
	go func() { x <- 1 }()
	if runtime.NumGoroutine() == 2 {
		panic("not yet ended")
	}
}
