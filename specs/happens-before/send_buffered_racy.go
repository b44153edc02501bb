// The first receive is ordered with the first send only.
//
//chancheck:want race
package main

var x int

func main() {
	c := make(chan int, 2)
	go func() {
		c <- 0
		x = 1
		c <- 0
	}()
	<-c
	println(x)
	<-c
}
