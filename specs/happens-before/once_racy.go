// Nothing else of its caller does.
//
//chancheck:want race
package main

import "sync"

var (
	x    int
	once sync.Once
)

func main() {
	done := make(chan bool)
	go func() {
		once.Do(func() {})
		x = 1
		close(done)
	}()
	once.Do(func() {})
	println(x)
	<-done
}
