// One of two has.
//
//chancheck:want race
package main

func main() {
	a, b := make(chan int, 1), make(chan int, 1)
	x, y := 0, 0
	go func() {
		x = 1
		a <- 1
	}()
	go func() {
		y = 1
		b <- 1
	}()
	select {
	case <-a:
	case <-b:
	}
	println(x, y)
}
