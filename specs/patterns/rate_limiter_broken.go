// Rate limiter, broken: the refill drops tokens when the bucket is full, so its only three tries may be lost.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	tokens := make(chan struct{}, 1)
	go func() {
		for range 3 {
			select {
			case tokens <- struct{}{}:
			default:
			}
		}
	}()
	for range 3 {
		<-tokens
	}
	fmt.Println("three requests")
}

// Outcomes:
//	exit 0 "three requests\n"
//	exit 2 "" all goroutines are asleep - deadlock!
