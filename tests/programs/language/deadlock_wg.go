//go:build go1.26

package main

import (
	"fmt"
	"sync"
)

//chancheck:want deadlock all goroutines are asleep - deadlock!
func main() {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); fmt.Println("one") }()
	wg.Wait()
}

// Outcomes:
//	exit 2 "one\n" all goroutines are asleep - deadlock!
