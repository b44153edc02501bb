// Rate limiter: a token bucket of two, refilled by a goroutine that ends with the limiter.
package main

import "fmt"

func main() {
	tokens := make(chan struct{}, 2)
	stop := make(chan struct{})
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		for {
			select {
			case tokens <- struct{}{}:
			case <-stop:
				return
			}
		}
	}()
	for i := range 4 {
		<-tokens
		fmt.Print(i, " ")
	}
	close(stop)
	<-ended
	fmt.Println("done")
}

// Outcomes:
//	exit 0 "0 1 2 3 done\n"
