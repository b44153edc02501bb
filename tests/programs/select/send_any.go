// A select that sends to whoever takes it first.
package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan int)
	out := make(chan string)
	stop := make(chan bool)
	go func() {
		select {
		case v := <-a:
			out <- fmt.Sprint("first ", v)
		case <-stop:
		}
	}()
	go func() {
		select {
		case v := <-b:
			out <- fmt.Sprint("second ", v)
		case <-stop:
		}
	}()
	select {
	case a <- 1:
	case b <- 2:
	}
	fmt.Println(<-out)
	close(stop)
}

// Outcomes:
//	exit 0 "first 1\n"
//	exit 0 "second 2\n"
