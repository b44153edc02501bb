// Heartbeats: the worker beats if somebody listens, and never blocks on it.
package main

import (
	"fmt"
)

func main() {
	beat := make(chan struct{}, 1)
	result := make(chan int)
	go func() {
		defer close(result)
		for i := range 2 {
			select {
			case beat <- struct{}{}:
			default:
			}
			result <- i
		}
	}()
	sum := 0
	for {
		select {
		case <-beat:
		case v, ok := <-result:
			if !ok {
				fmt.Println(sum)
				return
			}
			sum += v + 1
		}
	}
}

// Outcomes:
//	exit 0 "3\n"
