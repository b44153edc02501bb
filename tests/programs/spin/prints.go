// A loop that prints can be seen, and so is no livelock.
//
// Harness: no-outcomes its output has no end
// Harness: no-go it never ends

package main

import (
	"fmt"
	"runtime"
)

func main() {
	for {
		fmt.Println("tick")
		runtime.Gosched()
	}
}
