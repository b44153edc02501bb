// A OnceValue is computed before anybody has it.
package main

import "sync"

var config = sync.OnceValue(func() *int {
	v := new(int)
	*v = 1
	return v
})

func main() {
	done := make(chan bool)
	go func() {
		println(*config())
		close(done)
	}()
	println(*config())
	<-done
}
