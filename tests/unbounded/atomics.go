package main

import "sync/atomic"

var hits atomic.Int64
var old int64 // GROWS "variable main.old"

func main() {
	go func() {
		for {
			hits.Add(1)
		}
	}()
	for {
		atomic.AddInt64(&old, 1)
	}
}
