// Two store under one key: the first wins, both see its value.

//go:build go1.22

package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	out := make(chan any)
	for _, v := range []string{"x", "y"} {
		go func() {
			got, _ := m.LoadOrStore("k", v)
			out <- got
		}()
	}
	fmt.Println(<-out, <-out)
}

// Outcomes:
//	exit 0 "x x\n"
//	exit 0 "y y\n"
