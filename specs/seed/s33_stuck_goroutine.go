// Section 3.3: how to find the goroutine that is stuck: the finding has its schedule and a dump of it.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	requests := make(chan int)
	replies := make(chan int)
	go func() {
		for r := range requests {
			if r%2 == 1 {
				replies <- r * 2
			}
		}
	}()
	requests <- 1
	fmt.Println(<-replies)
	requests <- 2
	fmt.Println(<-replies)
}

// Outcomes:
//	exit 2 "2\n" all goroutines are asleep - deadlock!
