// The other goroutine's write is worked out where nobody reads what it writes.
package main

import (
	"math/rand"
	"runtime"
)

func main() {
	x, y := 0, 0
	reads := rand.Intn(2) == 1
	go func() {
		runtime.Gosched()
		x = 1
		if x == 2 {
			println(y)
		}
	}()
	y = 1
	runtime.Gosched()
	if reads {
		println(x)
	}
}
