// Who closes first is told by a receive.
package main

var x int

func main() {
	c := make(chan int)
	go func() {
		x = 1
		close(c)
	}()
	<-c
	x = 2
}
