// Both have sent when both have been received, in whatever order.
package main

func main() {
	a, b := make(chan int), make(chan int)
	x, y := 0, 0
	go func() {
		x = 1
		a <- 1
	}()
	go func() {
		y = 1
		b <- 1
	}()
	for range 2 {
		select {
		case <-a:
		case <-b:
		}
	}
	println(x, y)
}
