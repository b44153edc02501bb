// A doubly linked list, a ring and an LRU cache.
package main

import "fmt"

type entry struct {
	key, value string
	prev, next *entry
}

type LRU struct {
	cap        int
	items      map[string]*entry
	head, tail *entry
	onEvict    func(k, v string)
}

func New(n int) *LRU {
	l := &LRU{cap: n, items: make(map[string]*entry, n), head: &entry{}, tail: &entry{}}
	l.head.next, l.tail.prev = l.tail, l.head
	return l
}

func (l *LRU) unlink(e *entry) { e.prev.next, e.next.prev = e.next, e.prev }
func (l *LRU) front(e *entry) {
	e.prev, e.next = l.head, l.head.next
	e.next.prev, l.head.next = e, e
}

func (l *LRU) Get(k string) (v string, ok bool) {
	e, ok := l.items[k]
	if !ok {
		return
	}
	l.unlink(e)
	l.front(e)
	return e.value, true
}

func (l *LRU) Put(k, v string) {
	if e, ok := l.items[k]; ok {
		e.value = v
		l.unlink(e)
		l.front(e)
		return
	}
	if len(l.items) == l.cap {
		last := l.tail.prev
		l.unlink(last)
		delete(l.items, last.key)
		if l.onEvict != nil {
			l.onEvict(last.key, last.value)
		}
	}
	e := &entry{key: k, value: v}
	l.items[k] = e
	l.front(e)
}

func (l *LRU) Keys() (keys []string) {
	for e := l.head.next; e != l.tail; e = e.next {
		keys = append(keys, e.key)
	}
	return
}

type Ring struct {
	v    int
	next *Ring
}

func ring(n int) *Ring {
	first := &Ring{v: 0}
	p := first
	for i := 1; i < n; i++ {
		p.next = &Ring{v: i}
		p = p.next
	}
	p.next = first
	return first
}

func josephus(n, k int) (order []int) {
	r := ring(n)
	for r.next != r {
		for range k - 2 {
			r = r.next
		}
		order = append(order, r.next.v)
		r.next = r.next.next
		r = r.next
	}
	return append(order, r.v)
}

func main() {
	l := New(2)
	l.onEvict = func(k, v string) { fmt.Println("evict", k, v) }
	l.Put("a", "1")
	l.Put("b", "2")
	fmt.Println(l.Get("a"))
	l.Put("c", "3")
	fmt.Println(l.Get("b"))
	l.Put("a", "one")
	fmt.Println(l.Keys(), len(l.items))
	l.Put("d", "4")
	fmt.Println(l.Keys())
	fmt.Println(josephus(7, 3))
}

// Outcomes:
//	exit 0 "1 true\nevict b 2\n false\n[a c] 2\nevict c 3\n[d a]\n[2 5 1 6 4 0 3]\n"
