// sync.Map by one goroutine.

//go:build go1.23

package main

import (
	"fmt"
	"sync"
)

func main() {
	var m sync.Map
	m.Store("a", 1)
	fmt.Println(m.Load("a"))
	fmt.Println(m.Load("b"))
	fmt.Println(m.LoadOrStore("a", 5))
	fmt.Println(m.LoadOrStore("b", 2))
	fmt.Println(m.Swap("a", 7))
	fmt.Println(m.CompareAndSwap("a", 7, 8), m.CompareAndSwap("a", 7, 9), m.CompareAndDelete("b", 3))
	fmt.Println(m.LoadAndDelete("b"))
	m.Delete("zz")
	n := 0
	m.Range(func(k, v any) bool {
		n++
		fmt.Println(k, v)
		return true
	})
	m.Store(3, "three")
	m.Range(func(k, v any) bool {
		n++
		return false
	})
	fmt.Println(n)
	m.Clear()
	fmt.Println(m.Load("a"))
}

// Outcomes:
//	exit 0 "1 true\n<nil> false\n1 true\n2 false\n1 true\ntrue false false\n2 true\na 8\n2\n<nil> false\n"
