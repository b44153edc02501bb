// Two senders, one buffer: the order of arrival is open.
package main

import "fmt"

func main() {
	ch := make(chan string, 2)
	go func() { ch <- "a" }()
	go func() { ch <- "b" }()
	fmt.Println(<-ch + <-ch)
}

// Outcomes:
//	exit 0 "ab\n"
//	exit 0 "ba\n"
