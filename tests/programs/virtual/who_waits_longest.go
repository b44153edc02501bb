// With a virtual clock who came first is known: a channel and a mutex serve the one that has waited longest.
// Harness: virtual
// Harness: no-go its sleeps are not far enough apart for a real clock

package main

import (
	"fmt"
	"sync"
	"time"
)

func main() {
	c := make(chan int)
	var mu sync.Mutex
	mu.Lock()
	var wg sync.WaitGroup
	for i := 1; i <= 2; i++ {
		wg.Add(2)
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(i) * time.Millisecond)
			v := <-c
			fmt.Print("c", i, v, " ")
		}()
		go func() {
			defer wg.Done()
			time.Sleep(time.Duration(10+i) * time.Millisecond)
			mu.Lock()
			fmt.Print("m", i, " ")
			time.Sleep(time.Millisecond)
			mu.Unlock()
		}()
	}
	time.Sleep(5 * time.Millisecond)
	c <- 1
	time.Sleep(time.Millisecond)
	c <- 2
	time.Sleep(20 * time.Millisecond)
	mu.Unlock()
	wg.Wait()
}

// Outcomes:
//	exit 0 "c1 1 c2 2 m1 m2 "
