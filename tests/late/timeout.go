package main

import "time"

// The result is there after 10 ms, the time-out is a second.
func main() {
	result := make(chan int)
	go func() {
		time.Sleep(10 * time.Millisecond)
		result <- 1
	}()
	select {
	case <-result:
	case <-time.After(time.Second):
		panic("timed out") // LATE
	}
}
