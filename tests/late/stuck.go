package main

import (
	"sync"
	"time"
)

// Both have their first lock before either asks for the second, if the first goroutine's sleep is the longer one.
func main() {
	var a, b sync.Mutex
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		a.Lock()
		defer a.Unlock()
		b.Lock()
		b.Unlock()
	}()
	go func() {
		defer wg.Done()
		time.Sleep(time.Second)
		b.Lock()
		defer b.Unlock()
		a.Lock()
		a.Unlock()
	}()
	wg.Wait() // LATE
}
