// A receive in a select with a default orders where it is taken.
package main

var x int

func main() {
	c := make(chan int, 1)
	go func() {
		x = 1
		c <- 0
	}()
	select {
	case <-c:
		println(x)
	default:
	}
}
