// The function of a Once happens before every Do returns.
package main

import "sync"

var (
	x    int
	once sync.Once
)

func setup() { x = 1 }

func main() {
	done := make(chan bool)
	go func() {
		once.Do(setup)
		println(x)
		close(done)
	}()
	once.Do(setup)
	println(x)
	<-done
}
