// Lazy initialisation by sync.Once.
package main

import (
	"fmt"
	"sync"
)

var (
	once     sync.Once
	instance map[string]int
	made     int
)

func get() map[string]int {
	once.Do(func() {
		made++
		instance = map[string]int{"ready": 1}
	})
	return instance
}

func main() {
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if get()["ready"] != 1 {
				panic("half made")
			}
		}()
	}
	wg.Wait()
	fmt.Println(made)
}

// Outcomes:
//	exit 0 "1\n"
