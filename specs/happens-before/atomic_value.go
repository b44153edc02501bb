// A Value hands on what was stored.
package main

import "sync/atomic"

var v atomic.Value

func main() {
	go func() {
		m := map[string]int{"a": 1}
		v.Store(m)
	}()
	if m, ok := v.Load().(map[string]int); ok {
		println(m["a"])
	}
}
