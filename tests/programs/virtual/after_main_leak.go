// Who is stuck if the others ran on after main's return is leaked, with a virtual clock too; who waits for a sleeper is not.
// Harness: virtual
//
//chancheck:want leak func3
package main

import (
	"fmt"
	"time"
)

func main() {
	c := make(chan int)
	go func() {
		time.Sleep(time.Second)
		c <- 1
	}()
	go func() { <-c }()
	go func() {
		time.Sleep(2 * time.Second)
		<-c
	}()
	fmt.Println("done")
}

// Outcomes:
//	exit 0 "done\n"
