// Section 1, remedy: a WaitGroup counts the senders; the channel is closed when all of them are done.
package main

import (
	"fmt"
	"sync"
)

func main() {
	ch := make(chan int)
	var senders sync.WaitGroup
	for i := range 2 {
		senders.Add(1)
		go func() {
			defer senders.Done()
			ch <- i + 1
		}()
	}
	go func() {
		senders.Wait()
		close(ch)
	}()
	sum := 0
	for v := range ch {
		sum += v
	}
	fmt.Println(sum)
}

// Outcomes:
//	exit 0 "3\n"
