//go:build go1.26

package main

import "fmt"

//chancheck:want panic close of closed channel
func main() {
	c := make(chan int)
	d := make(chan error)
	go func() {
		defer func() {
			if r := recover(); r != nil {
				d <- r.(error)
			}
		}()
		c <- 1
	}()
	close(c)
	fmt.Println(<-d)
	close(c)
}

// Outcomes:
//	exit 2 "send on closed channel\n" close of closed channel
