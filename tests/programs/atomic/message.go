// A flag that publishes a value: the load that sees it orders the read.
package main

import (
	"fmt"
	"sync/atomic"
)

func main() {
	var flag atomic.Bool
	data := 0
	go func() {
		data = 5
		flag.Store(true)
	}()
	if flag.Load() {
		fmt.Println("data", data)
	} else {
		fmt.Println("not yet")
	}
}

// Outcomes:
//	exit 0 "data 5\n"
//	exit 0 "not yet\n"
