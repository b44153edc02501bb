// A cache that loads a missing value once, however many ask for it at the same time.
package main

import "sync"

//chancheck:protocol cache = load? hit*
//chancheck:order load < hit

type entry struct {
	ready chan struct{}
	value int
}

var (
	mu    sync.Mutex
	cache = map[string]*entry{}
)

func get(key string) int {
	mu.Lock()
	e, found := cache[key]
	if !found {
		e = &entry{ready: make(chan struct{})}
		cache[key] = e
	}
	mu.Unlock()
	if !found {
		e.value = load() //chancheck:event load
		close(e.ready)
	}
	<-e.ready //chancheck:event hit
	return e.value
}

func load() int { return 42 }

func main() {
	var done sync.WaitGroup
	for range 2 {
		done.Add(1)
		go func() {
			defer done.Done()
			get("x")
		}()
	}
	done.Wait()
}
