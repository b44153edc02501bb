// A goroutine tells that it is done by a channel.
package main

var x int

func main() {
	done := make(chan bool)
	go func() {
		x = 1
		done <- true
	}()
	<-done
	println(x)
}
