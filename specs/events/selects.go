// A case of a select is an event when it is taken; so is default.
package main

//chancheck:protocol choice = (first | second) none

func main() {
	a, b, c := make(chan int, 1), make(chan int, 1), make(chan int)
	a <- 1
	b <- 2
	select {
	case <-a: //chancheck:event first
	case n := <-b: //chancheck:event second
		println(n)
	}
	select {
	case c <- 1:
	default: //chancheck:event none
	}
}
