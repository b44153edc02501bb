// Parallel subtests share what is made before them and lock what they change; cleanups come last. TestRacy does not lock.
//
// Harness: no-go a test
package main

import (
	"sync"
	"testing"
)

func TestParallel(t *testing.T) {
	shared := map[string]int{"a": 1}
	total := 0
	var mu sync.Mutex
	t.Cleanup(func() { total++; shared["b"] = total })
	for _, name := range []string{"x", "y"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			local := 0
			t.Cleanup(func() { local++ })
			mu.Lock()
			total += shared["a"]
			mu.Unlock()
			local++
			t.Log(local)
		})
	}
	shared["c"] = 3 // before the parallel subtests go on
}

func TestSequential(t *testing.T) {
	n := 0
	t.Run("a", func(t *testing.T) { n++ })
	t.Run("b", func(t *testing.T) { n++ })
	if n != 2 {
		t.Fatal(n)
	}
	done := make(chan bool)
	go func() { t.Log("in goroutine"); n++; close(done) }()
	<-done
	n++
}

//chancheck:want race
func TestRacy(t *testing.T) {
	n := 0
	for _, name := range []string{"x", "y"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			n++
		})
	}
}
