// A read that comes before the write it races with: len tells that it has been, and orders nothing.
package main

var x int

func main() {
	c := make(chan int, 1)
	go func() { c <- x }()
	if len(c) == 1 {
		x = 2
	}
}
