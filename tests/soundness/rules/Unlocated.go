// Which channel e is the code does not show.
package main

func main() {
	c, d := make(chan int, 1), make(chan chan int, 1)
	go func() { d <- c }()
	go func() {
		e := <-d
		e <- 7
	}()
	select {
	case c <- 1:
	default:
		panic("c is full")
	}
}
