// The close that ends a range happens before what comes behind the loop.
package main

var sum int

func main() {
	c := make(chan int, 2)
	go func() {
		c <- 1
		c <- 2
		sum = 3
		close(c)
	}()
	for range c {
	}
	println(sum)
}
