// What is then done with the value is not ordered.
//
//chancheck:want race
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
		*get() = 1
		close(done)
	}()
	println(*get())
	<-done
}
