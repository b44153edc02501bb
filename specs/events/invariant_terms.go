// Fields, elements, len, cap, closed, conversions, atomics; a pointer that comes to point elsewhere.
package main

import "sync/atomic"

type node struct {
	value int
	next  *node
}

var (
	head  = &node{value: 1}
	queue = make(chan int, 2)
	list  []int
	table = map[string]int{}
	hits  atomic.Int64
	limit = [2]uint8{3, 4}
)

//chancheck:invariant head.value >= 1 && (head.next == nil || head.next.value == 2)
//chancheck:invariant len(queue) <= cap(queue) && cap(queue) == 2 && !closed(queue)
//chancheck:invariant len(list) <= int(limit[0]) && len(table) == table["n"]
//chancheck:invariant hits.Load() <= int64(limit[1])

func main() {
	n := &node{}
	n.value = 2
	head.next = n
	queue <- 1
	hits.Add(4)
	list = append(list, 1, 2)
	<-queue
}
