package main

import "sync"

func main() { // GROWS "number of deferred calls of main.main"
	var mu sync.Mutex
	for {
		mu.Lock()
		defer func() {}()
		mu.Unlock()
	}
}
