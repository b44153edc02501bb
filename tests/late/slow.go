package main

import "time"

// The work takes longer than the time-out.
func main() {
	result := make(chan int)
	go func() {
		time.Sleep(2 * time.Second)
		result <- 1
	}()
	select {
	case <-result:
	case <-time.After(time.Second):
		panic("timed out")
	}
}
