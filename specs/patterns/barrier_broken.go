// Barrier, broken: it waits for its count instead of its phase, and the count is reset before the other looks.
package main

import (
	"fmt"
	"sync"
)

type barrier struct {
	mu    sync.Mutex
	cond  *sync.Cond
	n     int
	count int
}

func (b *barrier) wait() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.count++
	if b.count == b.n {
		b.count = 0
		b.cond.Broadcast()
		return
	}
	for b.count != 0 {
		b.cond.Wait()
	}
}

//chancheck:want deadlock all goroutines are asleep
func main() {
	b := &barrier{n: 2}
	b.cond = sync.NewCond(&b.mu)
	done := make(chan bool)
	for range 2 {
		go func() {
			b.wait()
			b.wait()
			done <- true
		}()
	}
	<-done
	<-done
	fmt.Println("both through")
}

// Outcomes:
//	exit 0 "both through\n"
//	exit 2 "" all goroutines are asleep - deadlock!
