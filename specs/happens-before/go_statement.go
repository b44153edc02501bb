// The go statement happens before the start of the goroutine.
package main

var x int

func main() {
	done := make(chan bool)
	x = 1
	go func() {
		println(x)
		close(done)
	}()
	<-done
}
