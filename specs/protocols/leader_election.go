// Leader election on a ring (Chang, Roberts 1979): the largest number comes back to its owner, smaller ones are swallowed.
package main

import (
	"sync"
	"sync/atomic"
)

var leader atomic.Int32

//chancheck:invariant leader.Load() == 0 || leader.Load() == size
//chancheck:ltl <>elected

const size = 3

func node(id int, in <-chan int, out chan<- int, done *sync.WaitGroup) {
	defer done.Done()
	defer close(out)
	out <- id
	for n := range in {
		if n == id {
			leader.Store(int32(id)) //chancheck:event elected
			return
		}
		if n > id {
			out <- n
		}
	}
}

func main() {
	var links [size]chan int
	for i := range links {
		links[i] = make(chan int, size)
	}
	var done sync.WaitGroup
	for i := range size {
		done.Add(1)
		go node(i+1, links[i], links[(i+1)%size], &done)
	}
	done.Wait()
}
