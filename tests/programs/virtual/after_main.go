// With a virtual clock nothing that is due after main's return happens: no panic, and a race with what comes before only.
// Harness: virtual
//
//chancheck:want race n
package main

import (
	"fmt"
	"time"
)

var n int

func main() {
	go func() { _ = n }()
	go func() {
		time.Sleep(time.Second)
		n++
		panic("after main")
	}()
	time.AfterFunc(time.Minute, func() { n++ })
	n++
	fmt.Println("done")
}

// Outcomes:
//	exit 0 "done\n"
