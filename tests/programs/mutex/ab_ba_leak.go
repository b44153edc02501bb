// The same two locks between two goroutines that main does not wait for.
package main

import "sync"

//chancheck:want leak
func main() {
	var a, b sync.Mutex
	lock := func(x, y *sync.Mutex) {
		x.Lock()
		y.Lock()
		y.Unlock()
		x.Unlock()
	}
	go lock(&a, &b)
	go lock(&b, &a)
}

// Outcomes:
//	exit 0 ""
