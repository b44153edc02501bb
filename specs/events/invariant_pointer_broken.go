// The node is published before its value is there.
//
//chancheck:want property head.next.value == 2
package main

type node struct {
	value int
	next  *node
}

var head = &node{value: 1}

//chancheck:invariant head.next == nil || head.next.value == 2

func main() {
	n := &node{}
	head.next = n
	n.value = 2
}
