// Where a loop has no operation the finding is at the loop, whatever else is a step in it.

package main

var f = func() {}

//chancheck:want livelock runs for ever without progress
func main() {
	for {
		f = func() {
		}
		keep()
	}
}

func keep() {
	f, g := func() {}, f
	for range 2 {
		f, g = g, f
	}
}

// Outcomes:
//	hang
