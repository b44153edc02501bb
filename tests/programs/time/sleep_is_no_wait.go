// Sleeping does not wait for anybody, and orders nothing.
package main

import (
	"fmt"
	"time"
)

//chancheck:want race
func main() {
	x := 0
	go func() { x = 1 }()
	time.Sleep(time.Second)
	fmt.Println(x)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "1\n"
