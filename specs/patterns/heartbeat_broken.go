// Heartbeats, broken: the worker insists on its beat, and the listener has stopped listening.
package main

import "fmt"

//chancheck:want deadlock all goroutines are asleep
func main() {
	beat := make(chan struct{})
	result := make(chan int)
	go func() {
		defer close(result)
		for i := range 2 {
			beat <- struct{}{}
			result <- i
		}
	}()
	<-beat
	fmt.Println("alive")
	for v := range result {
		fmt.Println(v)
	}
}

// Outcomes:
//	exit 2 "alive\n0\n" all goroutines are asleep - deadlock!
