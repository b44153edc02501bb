// Section 1, remedy: select with a timeout. Either may come first; nobody waits for ever.
package main

import (
	"fmt"
	"time"
)

func main() {
	ch := make(chan int)
	go func() {
		time.Sleep(time.Millisecond)
		close(ch)
	}()
	select {
	case _, ok := <-ch:
		fmt.Println("closed", ok)
	case <-time.After(time.Millisecond):
		fmt.Println("timeout")
	}
}

// Outcomes:
//	exit 0 "closed false\n"
//	exit 0 "timeout\n"
