// The second receive is ordered after the second send, not after the first.
package main

func main() {
	c := make(chan int, 2)
	y := 0
	c <- 0
	go func() {
		y = 1
		c <- 1
	}()
	if len(c) == 2 {
		<-c
		<-c
		println(y)
	}
}
