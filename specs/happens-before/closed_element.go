// An element that was sent before the close orders what came before its send.
package main

var x int

func main() {
	c := make(chan int, 1)
	go func() {
		x = 1
		c <- 0
		close(c)
	}()
	_, ok := <-c
	println(x, ok)
}
