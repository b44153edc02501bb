// A pool of two connections for three clients.
package main

import (
	"sync"
	"sync/atomic"
)

var (
	pool = make(chan int, 2)
	used [2]atomic.Int32
)

//chancheck:invariant used[0].Load() <= 1 && used[1].Load() <= 1
//chancheck:ltl [](take -> <>put)

func client(done *sync.WaitGroup) {
	defer done.Done()
	c := <-pool //chancheck:event take
	used[c].Add(1)
	used[c].Add(-1)
	pool <- c //chancheck:event put
}

func main() {
	pool <- 0
	pool <- 1
	var done sync.WaitGroup
	for range 3 {
		done.Add(1)
		go client(&done)
	}
	done.Wait()
}
