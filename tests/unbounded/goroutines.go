package main

func handle(c chan int) { <-c }

func main() {
	c := make(chan int)
	for { // NOTE // NOTE "more than 10000 goroutines at once"
		go handle(c)
	}
}
