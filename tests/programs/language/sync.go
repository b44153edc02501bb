//go:build go1.26

package main

import (
	"fmt"
	"sync"
	"sync/atomic"
)

func try(n string, f func()) {
	defer func() { r := recover(); fmt.Printf("%s: %v %T\n", n, r, r) }()
	f()
}

type cfg struct{ a int }

//chancheck:want fatal sync: unlock of unlocked mutex
func main() {
	try("wg", func() { var wg sync.WaitGroup; wg.Done() })
	try("once", func() {
		var o sync.Once
		try("in", func() { o.Do(func() { panic("in once") }) })
		o.Do(func() { fmt.Println("not again") })
	})
	f := sync.OnceFunc(func() { panic("of") })
	try("of1", f)
	try("of2", f)
	v := sync.OnceValue(func() int { fmt.Println("computing"); return 7 })
	fmt.Println(v(), v())
	vs := sync.OnceValues(func() (int, error) { return 1, fmt.Errorf("e") })
	fmt.Println(vs())
	var m sync.Map
	m.Store("a", 1)
	fmt.Println(m.Load("a"))
	fmt.Println(m.LoadOrStore("a", 2))
	fmt.Println(m.LoadOrStore("b", 2))
	fmt.Println(m.LoadAndDelete("b"))
	fmt.Println(m.Swap("a", 9))
	fmt.Println(m.CompareAndSwap("a", 9, 10), m.CompareAndDelete("a", 9))
	m.Range(func(k, v any) bool { fmt.Println(k, v); return true })
	m.Clear()
	fmt.Println(m.Load("a"))
	var av atomic.Value
	fmt.Println(av.Load())
	av.Store(1)
	try("av", func() { av.Store("s") })
	try("av nil", func() { av.Store(nil) })
	fmt.Println(av.Swap(2), av.CompareAndSwap(2, 3), av.Load())
	try("cas", func() { av.CompareAndSwap("x", 1) })
	var p atomic.Pointer[cfg]
	fmt.Println(p.Load() == nil, p.CompareAndSwap(nil, &cfg{1}), p.Load().a)
	var i atomic.Int32
	fmt.Println(i.Add(5), i.Swap(2), i.CompareAndSwap(2, 8), i.Load(), i.And(12), i.Or(1), i.Load())
	var u uint32 = 5
	fmt.Println(atomic.AddUint32(&u, ^uint32(0)), u)
	var b atomic.Bool
	b.Store(true)
	fmt.Println(b.Load(), b.Swap(false), b.Load())
	pool := sync.Pool{New: func() any { return "new" }}
	fmt.Println(pool.Get())
	var mu sync.Mutex
	fmt.Println(mu.TryLock(), mu.TryLock())
	mu.Unlock()
	var rw sync.RWMutex
	rw.RLock()
	fmt.Println(rw.TryRLock(), rw.TryLock())
	l := rw.RLocker()
	l.Unlock()
	rw.RUnlock()
	c := sync.NewCond(&mu)
	c.Signal()
	c.Broadcast()
	var wg sync.WaitGroup
	n := atomic.Int64{}
	for range 3 {
		wg.Go(func() { n.Add(1) })
	}
	wg.Wait()
	fmt.Println(n.Load())
	mu.Unlock()
}

// Outcomes:
//	exit 2 "wg: sync: negative WaitGroup counter string\nin: in once string\nonce: <nil> <nil>\nof1: of string\nof2: of string\ncomputing\n7 7\n1 e\n1 true\n1 true\n2 false\n2 true\n1 true\ntrue false\na 10\n<nil> false\n<nil>\nav: sync/atomic: store of inconsistently typed value into Value string\nav nil: sync/atomic: store of nil value into Value string\n1 true 3\ncas: sync/atomic: compare and swap of inconsistently typed values string\ntrue true 1\n5 5 true 8 8 8 9\n4 4\ntrue true false\nnew\ntrue false\ntrue false\n3\n" sync: unlock of unlocked mutex
