// Range calls its function with what was stored, after that was stored.
package main

import "sync"

func main() {
	var m sync.Map
	x := 0
	done := make(chan bool)
	go func() {
		x = 1
		m.Store("a", 1)
		done <- true
	}()
	m.Range(func(_, _ any) bool {
		println(x)
		return true
	})
	<-done
}
