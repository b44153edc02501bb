// Neither select parks, as each has another case that is ready: they cannot meet on a.
package main

func main() {
	a, b, d := make(chan int), make(chan int, 1), make(chan int, 1)
	b <- 1
	d <- 1
	go func() {
		select {
		case a <- 1:
			panic("impossible")
		case <-b:
		}
	}()
	go func() {
		select {
		case <-a:
		case <-d:
		}
	}()
}
