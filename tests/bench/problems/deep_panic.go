// P producers send M items each; the channel is closed when all but one of them are done.
//
// Bench: panic
// Small: P=2 M=4 B=1
// Medium: P=4 M=14 B=2
// Large: P=5 M=10 B=3
package main

import "sync"

const P = 2
const M = 4
const B = 1

func produce(items chan<- int) {
	for i := 0; i < M; i++ {
		items <- i
	}
}

func main() {
	items := make(chan int, B)
	var done sync.WaitGroup
	done.Add(P - 1)
	for i := 0; i < P-1; i++ {
		go func() {
			defer done.Done()
			produce(items)
		}()
	}
	go produce(items) // nobody waits for this one
	go func() {
		done.Wait()
		close(items)
	}()
	for item := range items {
		if item >= M {
			panic("an item nobody sent")
		}
	}
}
