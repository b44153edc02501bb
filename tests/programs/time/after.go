// A timeout against an answer that comes at an unknown time.
package main

import (
	"fmt"
	"time"
)

func main() {
	answer := make(chan string, 1)
	go func() {
		time.Sleep(time.Millisecond)
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
