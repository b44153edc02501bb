// A send happens before the completion of its receive.
package main

var x int

func main() {
	c := make(chan int)
	go func() {
		x = 1
		c <- 0
	}()
	<-c
	println(x)
}
