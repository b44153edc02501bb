// With a virtual clock the shorter sleep ends first, and what is due at the same time comes in any order.
// Harness: virtual
// Harness: no-go two of its sleeps end together

package main

import (
	"fmt"
	"time"
)

func main() {
	done := make(chan bool)
	for i, d := range []time.Duration{3, 1, 2, 2} {
		go func() {
			time.Sleep(d * time.Second)
			fmt.Print(i)
			done <- true
		}()
	}
	for range 4 {
		<-done
	}
}

// Outcomes:
//	exit 0 "1230"
//	exit 0 "1320"
