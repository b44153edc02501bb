// Put(x) happens before the Get that returns x.
package main

import "sync"

type buffer struct{ n int }

var pool = sync.Pool{New: func() any { return new(buffer) }}

func main() {
	go func() {
		b := pool.Get().(*buffer)
		b.n = 1
		pool.Put(b)
	}()
	b := pool.Get().(*buffer)
	println(b.n)
}
