// The receiver from d cannot reach c yet, and who hands it c never sends on c.
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
