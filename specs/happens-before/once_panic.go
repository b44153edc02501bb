// A function that panics has been done: what it did happens before every Do returns.
package main

import "sync"

func main() {
	var once sync.Once
	x := 0
	set := func() {
		defer func() { recover() }()
		once.Do(func() {
			x = 1
			panic("no")
		})
	}
	done := make(chan bool)
	go func() {
		set()
		done <- true
	}()
	once.Do(func() { x = 2 })
	println(x)
	<-done
}
