// A racy pointer publishes what it leads to without order.
//
//chancheck:want race
package main

import "time"

type node struct {
	value int
	next  *node
}

var list *node

func main() {
	go func() { list = &node{1, nil} }()
	time.Sleep(20 * time.Millisecond)
	if n := list; n != nil {
		println(n.value)
	}
}
