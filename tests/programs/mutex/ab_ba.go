// Two locks in two orders.
package main

import (
	"fmt"
	"sync"
)

//chancheck:want deadlock all goroutines are asleep
func main() {
	var a, b sync.Mutex
	done := make(chan bool)
	go func() {
		a.Lock()
		b.Lock()
		b.Unlock()
		a.Unlock()
		done <- true
	}()
	b.Lock()
	a.Lock()
	a.Unlock()
	b.Unlock()
	<-done
	fmt.Println("fine")
}

// Outcomes:
//	exit 0 "fine\n"
//	exit 2 "" all goroutines are asleep - deadlock!
