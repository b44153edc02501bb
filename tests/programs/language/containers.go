//go:build go1.26

package main

import (
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
)

type item struct {
	v   string
	pri int
	idx int
}
type pq []*item

func (p pq) Len() int           { return len(p) }
func (p pq) Less(i, j int) bool { return p[i].pri > p[j].pri }
func (p pq) Swap(i, j int)      { p[i], p[j] = p[j], p[i]; p[i].idx, p[j].idx = i, j }
func (p *pq) Push(x any)        { it := x.(*item); it.idx = len(*p); *p = append(*p, it) }
func (p *pq) Pop() any          { o := *p; it := o[len(o)-1]; *p = o[:len(o)-1]; return it }

func main() {
	q := pq{}
	for i, w := range []string{"a", "b", "c", "d"} {
		heap.Push(&q, &item{v: w, pri: i * 7 % 5})
	}
	it := q[len(q)-1]
	it.pri = 100
	heap.Fix(&q, it.idx)
	heap.Remove(&q, 1)
	for q.Len() > 0 {
		x := heap.Pop(&q).(*item)
		fmt.Print(x.v, x.pri, " ")
	}
	fmt.Println()
	l := list.New()
	e4 := l.PushBack(4)
	e1 := l.PushFront(1)
	l.InsertBefore(3, e4)
	l.InsertAfter(2, e1)
	l.MoveToFront(e4)
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	l.Remove(e1)
	fmt.Println(l.Len(), l.Back().Value)
	r := ring.New(3)
	for i := range r.Len() {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(x any) { fmt.Print(x, " ") })
	fmt.Println()
}

// Outcomes:
//	exit 0 "a100 b2 d1 \n4 1 2 3 3 3\n0 1 2 \n"
