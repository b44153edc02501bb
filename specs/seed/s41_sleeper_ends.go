// Section 4.1: a sleeper suppresses checkdead only until it wakes.
package main

import (
	"fmt"
	"time"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	ch := make(chan int)
	go func() {
		time.Sleep(time.Millisecond)
		fmt.Println("awake")
	}()
	<-ch
}

// Outcomes:
//	exit 2 "awake\n" all goroutines are asleep - deadlock!
