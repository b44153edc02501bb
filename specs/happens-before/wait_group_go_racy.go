//go:build go1.25

// A goroutine that the function starts is not counted.
//
//chancheck:want race
package main

import (
	"sync"
	"time"
)

var x int

func main() {
	var wg sync.WaitGroup
	wg.Go(func() {
		go func() { x = 1 }()
	})
	wg.Wait()
	println(x)
	time.Sleep(20 * time.Millisecond)
}
