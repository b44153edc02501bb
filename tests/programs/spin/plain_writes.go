// Writing one's own variable over and over is no progress.

package main

import "runtime"

//chancheck:want livelock runs for ever without progress
func main() {
	x := 0
	p := &x
	go func() { runtime.Gosched() }()
	for {
		*p = 1 - *p
		runtime.Gosched()
	}
}

// Outcomes:
//	hang
