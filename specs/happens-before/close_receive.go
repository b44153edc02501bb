// A close happens before a receive that returns because of it.
package main

var x int

func main() {
	c := make(chan int)
	go func() {
		x = 1
		close(c)
	}()
	<-c
	println(x)
}
