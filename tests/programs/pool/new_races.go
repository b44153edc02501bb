// Get reads New.

package main

import "sync"

//chancheck:want race p
func main() {
	p := sync.Pool{New: func() any { return 1 }}
	done := make(chan any)
	go func() { done <- p.Get() }()
	p.New = func() any { return 2 }
	<-done
}

// Outcomes:
//	exit 0 ""
