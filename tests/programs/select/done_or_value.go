// A value and a closed done channel: either is taken.
package main

import "fmt"

func main() {
	done := make(chan struct{})
	ch := make(chan int, 2)
	ch <- 1
	ch <- 2
	close(done)
	for {
		select {
		case v := <-ch:
			fmt.Print(v)
			if len(ch) == 0 {
				fmt.Println(" empty")
				return
			}
		case <-done:
			fmt.Println(" done")
			return
		}
	}
}

// Outcomes:
//	exit 0 " done\n"
//	exit 0 "1 done\n"
//	exit 0 "12 empty\n"
