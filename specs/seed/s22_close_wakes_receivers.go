// Section 2.2: closed 0 -> 1 wakes all receivers, and what was buffered is still received first.
package main

import "fmt"

func main() {
	ch := make(chan int, 1)
	got := make(chan int, 3)
	for range 3 {
		go func() {
			v := <-ch
			got <- v
		}()
	}
	ch <- 7
	close(ch)
	fmt.Println(<-got + <-got + <-got)
}

// Outcomes:
//	exit 0 "7\n"
