// A check of one's own in front of it is not ordered.
//
//chancheck:want race
package main

import "sync"

var (
	v    *int
	once sync.Once
)

func config() *int {
	if v == nil {
		once.Do(func() { v = new(int) })
	}
	return v
}

func main() {
	done := make(chan bool)
	go func() {
		println(*config())
		close(done)
	}()
	println(*config())
	<-done
}
