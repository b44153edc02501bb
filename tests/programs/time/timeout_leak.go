// The same without a buffer: after the timeout nobody takes the answer.
package main

import (
	"fmt"
	"time"
)

//chancheck:want leak
func main() {
	answer := make(chan string)
	go func() {
		answer <- "answer"
	}()
	select {
	case s := <-answer:
		fmt.Println(s)
	case <-time.After(time.Second):
		fmt.Println("timeout")
	}
}

// Outcomes:
//	exit 0 "answer\n"
//	exit 0 "timeout\n"
