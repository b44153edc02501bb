// M items go through S stages over channels with room for B.
//
// Bench: pass
// Small: S=3 M=4 B=1
// Medium: S=6 M=8 B=2
// Large: S=7 M=10 B=2
package main

const S = 3
const M = 4
const B = 1

func generate(out chan<- int) {
	for i := 0; i < M; i++ {
		out <- i
	}
	close(out)
}

func stage(in <-chan int, out chan<- int) {
	for item := range in {
		out <- item + 1
	}
	close(out)
}

func main() {
	first := make(chan int, B)
	go generate(first)
	last := first
	for i := 0; i < S; i++ {
		next := make(chan int, B)
		go stage(last, next)
		last = next
	}
	expected := S
	for item := range last {
		if item != expected {
			panic("an item is lost or changed")
		}
		expected++
	}
}
