// Bounded parallelism: a slot is taken before a goroutine is started, results have their place.

//go:build go1.22

package main

import (
	"fmt"
	"sync"
)

func main() {
	in := []int{1, 2, 3}
	out := make([]int, len(in))
	slots := make(chan struct{}, 2)
	var wg sync.WaitGroup
	for i, v := range in {
		slots <- struct{}{}
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() { <-slots }()
			out[i] = v * v
		}()
	}
	wg.Wait()
	fmt.Println(out)
}

// Outcomes:
//	exit 0 "[1 4 9]\n"
