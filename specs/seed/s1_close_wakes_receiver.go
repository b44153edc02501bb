// Section 1: the article says that close does not wake a goroutine blocked in recvq. closechan readies
// every waiter: both receivers always finish, and Wait always returns.
package main

import (
	"fmt"
	"sync"
)

func main() {
	ch := make(chan int)
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if v, ok := <-ch; v != 0 || ok {
				panic("impossible")
			}
		}()
	}
	close(ch)
	wg.Wait()
	fmt.Println("both woken")
}

// Outcomes:
//	exit 0 "both woken\n"
