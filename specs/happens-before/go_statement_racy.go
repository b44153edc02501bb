// What its starter does after the go statement is not ordered with the goroutine.
//
//chancheck:want race
package main

var x int

func main() {
	done := make(chan bool)
	go func() {
		println(x)
		close(done)
	}()
	x = 1
	<-done
}
