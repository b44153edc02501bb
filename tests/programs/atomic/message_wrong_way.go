// The flag is set before the value is written.
package main

import (
	"fmt"
	"sync/atomic"
)

//chancheck:want race
func main() {
	var flag atomic.Bool
	data := 0
	go func() {
		flag.Store(true)
		data = 5
	}()
	if flag.Load() {
		fmt.Println("data", data)
	} else {
		fmt.Println("not yet")
	}
}

// Outcomes:
//	exit 0 "data 0\n"
//	exit 0 "data 5\n"
//	exit 0 "not yet\n"
