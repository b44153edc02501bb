// A tick that finds the channel full is dropped, and the next one comes at its time; what is received is when it was due.
// Harness: virtual
// Harness: no-go its sleeps are not far enough apart for a real clock

package main

import (
	"fmt"
	"time"
)

func main() {
	start := time.Now()
	ticker := time.NewTicker(time.Second)
	time.Sleep(3500 * time.Millisecond)
	first := <-ticker.C
	fmt.Println(first.Sub(start), time.Since(start))
	second := <-ticker.C
	fmt.Println(second.Sub(start), time.Since(start))
	ticker.Stop()
	select {
	case <-time.After(0):
		fmt.Println("at once")
	default:
		fmt.Println("not reached")
	}
}

// Outcomes:
//	exit 0 "1s 3.5s\n4s 4s\nat once\n"
