// The same write of what nobody else refers to, and of what another goroutine does.
package main

import (
	"math/rand"
	"runtime"
)

func main() {
	var cells [4]*int
	for i := range cells {
		cells[i] = new(int)
	}
	theirs := cells[rand.Intn(4)]
	go func(theirs *int) {
		runtime.Gosched()
		runtime.Gosched()
		println(*theirs)
	}(theirs)
	runtime.Gosched()
	*cells[3] = 1
	runtime.Gosched()
	println(*cells[0], *cells[1], *cells[2], *cells[3])
}
