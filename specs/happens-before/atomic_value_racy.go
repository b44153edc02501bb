// The map is changed after it was stored.
//
//chancheck:want race
//chancheck:want fatal concurrent map
package main

import (
	"sync/atomic"
	"time"
)

var v atomic.Value

func main() {
	m := map[string]int{}
	go func() {
		v.Store(m)
		m["a"] = 1
	}()
	time.Sleep(20 * time.Millisecond)
	if m, ok := v.Load().(map[string]int); ok {
		println(m["a"])
	}
}
