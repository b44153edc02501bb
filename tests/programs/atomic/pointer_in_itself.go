// A type that holds an atomic pointer to itself: its layout is wanted while its own is being made.
package main

import (
	"fmt"
	"sync/atomic"
)

type node struct {
	value int
	next  atomic.Pointer[node]
}

func main() {
	head := new(atomic.Pointer[node])
	head.Store(&node{value: 1})
	first := head.Load()
	first.next.Store(&node{value: 2})
	fmt.Println(first.value, first.next.Load().value, first.next.Load().next.Load() == nil)
}

// Outcomes:
//	exit 0 "1 2 true\n"
