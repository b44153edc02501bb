// Section 3.3: the article says that a read after close blocks for ever. It never does, whoever is first.
package main

import "fmt"

func main() {
	ch := make(chan int)
	done := make(chan string)
	go func() {
		<-ch
		<-ch
		done <- "read twice"
	}()
	go func() {
		close(ch)
	}()
	fmt.Println(<-done)
}

// Outcomes:
//	exit 0 "read twice\n"
