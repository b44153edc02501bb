// The function runs once; whoever comes second waits until it has returned.

//go:build go1.22

package main

import (
	"fmt"
	"sync"
)

func main() {
	var once sync.Once
	value := 0
	out := make(chan int)
	for i := 1; i <= 2; i++ {
		go func() {
			once.Do(func() { value = i * 10 })
			out <- value
		}()
	}
	a, b := <-out, <-out
	once.Do(func() { value = 99 })
	fmt.Println(a, b, value)
}

// Outcomes:
//	exit 0 "10 10 10\n"
//	exit 0 "20 20 20\n"
