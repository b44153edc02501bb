// The same step where there is a goroutine more.
package main

import (
	"math/rand"
	"runtime"
)

func main() {
	go func() { select {} }()
	if rand.Intn(2) == 1 {
		go func() { select {} }()
	}
	runtime.Gosched()
	if runtime.NumGoroutine() == 3 {
		panic("three")
	}
}
