package main

func f(c chan int) { <-c; f(c) } // GROWS "depth of the stack of a goroutine"

func main() {
	c := make(chan int)
	go f(c)
	for {
		c <- 1
	}
}
