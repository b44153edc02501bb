// One receive more than there are sends.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	ch := make(chan int, 5)
	go func() { ch <- 1 }()
	fmt.Println(<-ch)
	fmt.Println(<-ch)
}

// Outcomes:
//	exit 2 "1\n" all goroutines are asleep - deadlock!
