// Fan-in: a WaitGroup knows when all inputs are finished, and then the output is closed.

//go:build go1.22

package main

import (
	"fmt"
	"sync"
)

func source(vs ...int) <-chan int {
	ch := make(chan int)
	go func() {
		defer close(ch)
		for _, v := range vs {
			ch <- v
		}
	}()
	return ch
}

func merge(ins ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	wg.Add(len(ins))
	for _, in := range ins {
		go func() {
			defer wg.Done()
			for v := range in {
				out <- v
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

func main() {
	sum := 0
	for v := range merge(source(1, 2), source(10, 20)) {
		sum += v
	}
	fmt.Println(sum)
}

// Outcomes:
//	exit 0 "33\n"
