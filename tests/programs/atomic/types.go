// The functions and types of sync/atomic in one goroutine.

//go:build go1.23

package main

import (
	"fmt"
	"sync/atomic"
)

type config struct{ n int }

func main() {
	var i32 int32
	var u64 uint64
	fmt.Println(atomic.AddInt32(&i32, 5), atomic.SwapInt32(&i32, 9), atomic.LoadInt32(&i32), atomic.CompareAndSwapInt32(&i32, 1, 2))
	atomic.StoreUint64(&u64, 3)
	fmt.Println(atomic.AddUint64(&u64, ^uint64(0)), u64)
	var b atomic.Bool
	fmt.Println(b.Load(), b.Swap(true), b.CompareAndSwap(true, false), b.Load())
	var i atomic.Int64
	i.Store(7)
	fmt.Println(i.Add(-10), i.Swap(1), i.CompareAndSwap(1, 2), i.Load(), i.And(6), i.Or(9), i.Load())
	var u atomic.Uint32
	fmt.Println(u.Add(^uint32(0)))
	var p atomic.Pointer[config]
	fmt.Println(p.Load() == nil)
	c := &config{1}
	p.Store(c)
	old := p.Swap(&config{2})
	fmt.Println(old == c, p.Load().n, p.CompareAndSwap(c, nil))
	var v atomic.Value
	fmt.Println(v.Load())
	v.Store("text")
	fmt.Println(v.Load().(string), v.Swap("new"), v.CompareAndSwap("new", "newer"), v.Load())
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store(1)
	}()
	func() {
		defer func() { fmt.Println(recover()) }()
		v.Store(nil)
	}()
}

// Outcomes:
//	exit 0 "5 5 9 false\n2 2\nfalse false true false\n-3 -3 true 2 2 2 11\n4294967295\ntrue\ntrue 2 false\n<nil>\ntext text true newer\nsync/atomic: store of inconsistently typed value into Value\nsync/atomic: store of nil value into Value\n"
