// LoadOrStore that loads observes the store; who comes first makes the value before.
package main

import "sync"

var m sync.Map

func get() *int {
	v, _ := m.LoadOrStore("a", new(int))
	return v.(*int)
}

func main() {
	done := make(chan bool)
	go func() {
		println(*get())
		close(done)
	}()
	println(*get())
	<-done
}
