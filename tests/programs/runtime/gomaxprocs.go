// What GOMAXPROCS was set to is what it returns.

package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println(runtime.GOMAXPROCS(3) > 0, runtime.GOMAXPROCS(0), runtime.GOMAXPROCS(-1), runtime.GOMAXPROCS(1), runtime.GOMAXPROCS(0))
}

// Outcomes:
//	exit 0 "true 3 3 3 1\n"
