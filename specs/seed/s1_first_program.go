// Section 1: the article's first program. It claims that close leaves the receiver asleep and that the
// program dies of "all goroutines are asleep - deadlock!". Close wakes the receiver: nothing can go wrong.
package main

import "time"

func main() {
	ch := make(chan int, 0)
	go func() {
		<-ch
	}()
	time.Sleep(10 * time.Millisecond)
	close(ch)
	time.Sleep(20 * time.Millisecond)
}

// Outcomes:
//	exit 0 ""
