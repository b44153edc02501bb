// M items go through S stages over unbuffered channels.
//
// Bench: pass
// Small: S=4 M=6
// Medium: S=14 M=16
// Large: S=17 M=20
package main

const S = 4
const M = 6

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
	first := make(chan int)
	go generate(first)
	last := first
	for i := 0; i < S; i++ {
		next := make(chan int)
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
