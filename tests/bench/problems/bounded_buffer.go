// P producers put M items each into a channel with room for B, C consumers take as many each.
//
// Bench: pass
// Small: P=2 C=2 M=2 B=2
// Medium: P=4 C=4 M=3 B=2
// Large: P=4 C=4 M=5 B=3
package main

import "sync"

const P = 2
const C = 2
const M = 2
const B = 2

func main() {
	buffer := make(chan int, B)
	var done sync.WaitGroup
	done.Add(P + C)
	for i := 0; i < P; i++ {
		go func() {
			defer done.Done()
			for j := 0; j < M; j++ {
				buffer <- j
			}
		}()
	}
	for i := 0; i < C; i++ {
		go func() {
			defer done.Done()
			for j := 0; j < M*P/C; j++ {
				if item := <-buffer; item >= M {
					panic("an item nobody put in")
				}
			}
		}()
	}
	done.Wait()
	if len(buffer) != 0 {
		panic("an item is left")
	}
}
