// A goroutine that sleeps when main ends is no leak, and what it does afterwards may still happen.
package main

import (
	"fmt"
	"time"
)

//chancheck:want panic too late
func main() {
	go func() {
		time.Sleep(time.Hour)
		panic("too late")
	}()
	fmt.Println("main ends")
}

// Outcomes:
//	exit 0 "main ends\n"
//	exit 2 "" too late
//	exit 2 "main ends\n" too late
