// What the caller does when it has recovered does not.
//
//chancheck:want race
package main

import "sync"

func main() {
	var once sync.Once
	x := 0
	set := func() {
		defer func() {
			recover()
			x = 2
		}()
		once.Do(func() { panic("no") })
	}
	done := make(chan bool)
	go func() {
		set()
		done <- true
	}()
	once.Do(func() {})
	println(x)
	<-done
}
