// It is used after it was put back.
// Race detector: silent; with -race a Pool drops what is put at random, and keeps a pool for each processor.
//
//chancheck:want race
package main

import (
	"sync"
	"time"
)

type buffer struct{ n int }

var pool = sync.Pool{New: func() any { return new(buffer) }}

func main() {
	go func() {
		b := pool.Get().(*buffer)
		pool.Put(b)
		b.n = 1
	}()
	time.Sleep(20 * time.Millisecond)
	b := pool.Get().(*buffer)
	println(b.n)
	time.Sleep(20 * time.Millisecond)
}
