// Section 2.2: the article says that close releases blocked senders. It does: they panic.
package main

import "fmt"

//chancheck:want panic send on closed channel
func main() {
	ch := make(chan int)
	done := make(chan any)
	go func() {
		defer func() { done <- recover() }()
		ch <- 1
	}()
	close(ch)
	fmt.Println(<-done)
	ch <- 2
}

// Outcomes:
//	exit 2 "send on closed channel\n" send on closed channel
