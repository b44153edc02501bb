// b is not ready yet when main's select could go on with a.
package main

func main() {
	a, b, x := make(chan int, 1), make(chan int), make(chan int, 1)
	a <- 1
	go func() {
		x <- 0
		b <- 1
	}()
	select {
	case <-a:
	case <-b:
		panic("b came first")
	}
}
