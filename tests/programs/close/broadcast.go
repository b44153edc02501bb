// One close releases three; each sees what was written before.
package main

import "fmt"

func main() {
	start := make(chan struct{})
	out := make(chan int)
	config := 0
	for i := range 3 {
		go func() {
			<-start
			out <- config * (i + 1)
		}()
	}
	config = 10
	close(start)
	fmt.Println(<-out + <-out + <-out)
}

// Outcomes:
//	exit 0 "60\n"
