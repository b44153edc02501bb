// A receive that makes room for a waiting send moves its value in at once; a send that comes later leaves
// len at 0 for a while.
package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	ch <- 1
	done := make(chan bool)
	go func() {
		ch <- 2
		done <- true
	}()
	fmt.Print(<-ch)
	fmt.Print(len(ch))
	<-done
	fmt.Println(len(ch), <-ch)
}

// Outcomes:
//	exit 0 "101 2\n"
//	exit 0 "111 2\n"
