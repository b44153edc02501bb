// Range that finds nothing has observed nothing.
//
//chancheck:want race
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
	found := false
	m.Range(func(_, _ any) bool {
		found = true
		return true
	})
	if !found {
		println(x)
	}
	<-done
}
