// A channel of capacity 1 as a lock: send to take it, receive to give it back.
package main

var x int

func main() {
	lock, done := make(chan int, 1), make(chan int)
	for range 2 {
		go func() {
			lock <- 0
			x++
			<-lock
			done <- 0
		}()
	}
	<-done
	<-done
	println(x)
}
