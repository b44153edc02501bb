// A range over a channel that nobody closes.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	ch := make(chan int)
	go func() {
		ch <- 1
		ch <- 2
	}()
	for v := range ch {
		fmt.Print(v)
	}
}

// Outcomes:
//	exit 2 "12" all goroutines are asleep - deadlock!
