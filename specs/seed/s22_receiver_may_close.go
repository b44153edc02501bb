// Section 2.2: the article says that only a sender may close. Any goroutine may: here the receiver does.
package main

import "fmt"

func main() {
	ch := make(chan int)
	go func() { ch <- 1 }()
	v := <-ch
	close(ch)
	_, ok := <-ch
	fmt.Println(v, ok)
}

// Outcomes:
//	exit 0 "1 false\n"
