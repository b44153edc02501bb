// Two selects meet on one of two channels.
package main

import "fmt"

func main() {
	a, b := make(chan int), make(chan int)
	got := make(chan string)
	go func() {
		select {
		case a <- 1:
			got <- "sent a"
		case v := <-b:
			got <- fmt.Sprint("received ", v)
		}
	}()
	select {
	case v := <-a:
		fmt.Println("a", v, <-got)
	case b <- 2:
		fmt.Println("b", <-got)
	}
}

// Outcomes:
//	exit 0 "a 1 sent a\n"
//	exit 0 "b received 2\n"
