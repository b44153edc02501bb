// A send that a select chooses is a send.
package main

var x int

func main() {
	c, stop := make(chan int), make(chan int)
	go func() {
		x = 1
		select {
		case c <- 0:
		case <-stop:
		}
	}()
	select {
	case <-c:
		println(x)
	}
}
