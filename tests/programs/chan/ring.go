// A token goes round a ring of three.
package main

import "fmt"

func main() {
	const n = 3
	var ring [n]chan int
	for i := range ring {
		ring[i] = make(chan int)
	}
	done := make(chan int)
	for i := range n {
		go func() {
			for v := range ring[i] {
				if v == 5 {
					done <- i
					return
				}
				ring[(i+1)%n] <- v + 1
			}
		}()
	}
	ring[0] <- 0
	fmt.Println(<-done)
	for i := range ring {
		close(ring[i])
	}
}

// Outcomes:
//	exit 0 "2\n"
