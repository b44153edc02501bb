//go:build go1.25

// WaitGroup.Go: the return of the function happens before Wait returns.
package main

import "sync"

var x int

func main() {
	var wg sync.WaitGroup
	wg.Go(func() { x = 1 })
	wg.Wait()
	println(x)
}
