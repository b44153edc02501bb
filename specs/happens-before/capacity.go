// The k-th receive happens before the completion of send k+C.
package main

var x int

func main() {
	c := make(chan int, 1)
	go func() {
		x = 1
		<-c
	}()
	c <- 0
	c <- 0
	println(x)
}
