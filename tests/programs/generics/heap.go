// A generic priority queue and container/heap, list, ring.
package main

import (
	"container/heap"
	"container/list"
	"fmt"
)

type PQ[T any] struct {
	items []T
	less  func(a, b T) bool
}

func (q *PQ[T]) Push(v T) {
	q.items = append(q.items, v)
	for i := len(q.items) - 1; i > 0; {
		p := (i - 1) / 2
		if !q.less(q.items[i], q.items[p]) {
			break
		}
		q.items[i], q.items[p] = q.items[p], q.items[i]
		i = p
	}
}

func (q *PQ[T]) Pop() (v T, ok bool) {
	if len(q.items) == 0 {
		return
	}
	v = q.items[0]
	n := len(q.items) - 1
	q.items[0] = q.items[n]
	q.items = q.items[:n]
	for i := 0; ; {
		c := 2*i + 1
		if c >= n {
			break
		}
		if c+1 < n && q.less(q.items[c+1], q.items[c]) {
			c++
		}
		if !q.less(q.items[c], q.items[i]) {
			break
		}
		q.items[i], q.items[c] = q.items[c], q.items[i]
		i = c
	}
	return v, true
}

type ints []int

func (h ints) Len() int           { return len(h) }
func (h ints) Less(i, j int) bool { return h[i] < h[j] }
func (h ints) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *ints) Push(x any)        { *h = append(*h, x.(int)) }
func (h *ints) Pop() any {
	old := *h
	n := len(old)
	x := old[n-1]
	*h = old[:n-1]
	return x
}

func main() {
	q := &PQ[string]{less: func(a, b string) bool { return len(a) < len(b) || len(a) == len(b) && a < b }}
	for _, s := range []string{"ccc", "a", "bb", "b", "dddd"} {
		q.Push(s)
	}
	for s, ok := q.Pop(); ok; s, ok = q.Pop() {
		fmt.Print(s, " ")
	}
	fmt.Println()

	h := &ints{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 1)
	(*h)[2] = 0
	heap.Fix(h, 2)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	fmt.Println()

	l := list.New()
	e := l.PushBack(2)
	l.PushFront(1)
	l.PushBack(3)
	l.InsertAfter(9, e)
	l.MoveToFront(e)
	l.Remove(l.Back())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	fmt.Println(l.Len())
}

// Outcomes:
//	exit 0 "a b bb ccc dddd \n0 1 2 5 \n2 1 9 3\n"
