// Prints of two goroutines come in any order, all before main's.

//go:build go1.22

package main

import (
	"fmt"
	"sync"
)

func main() {
	var wg sync.WaitGroup
	for _, s := range []string{"a", "b"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Print(s)
			fmt.Print(s)
		}()
	}
	wg.Wait()
	fmt.Println(".")
}

// Outcomes:
//	exit 0 "aabb.\n"
//	exit 0 "abab.\n"
//	exit 0 "abba.\n"
//	exit 0 "baab.\n"
//	exit 0 "baba.\n"
//	exit 0 "bbaa.\n"
