// Get returns what was put or a new one.
package main

import (
	"fmt"
	"sync"
)

func main() {
	n := 0
	p := sync.Pool{New: func() any { n++; return n }}
	a := p.Get().(int)
	p.Put(10)
	b := p.Get().(int)
	fmt.Println(a, b)
	var q sync.Pool
	fmt.Println(q.Get())
}

// Outcomes:
//	exit 0 "1 10\n<nil>\n"
//	exit 0 "1 2\n<nil>\n"
