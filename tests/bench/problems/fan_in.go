// S sources send M values each into one unbuffered channel.
//
// Bench: pass
// Small: S=4 M=3
// Medium: S=6 M=6
// Large: S=7 M=6
package main

const S = 4
const M = 3

func source(out chan<- int) {
	for i := 0; i < M; i++ {
		out <- i
	}
}

func main() {
	values := make(chan int)
	for i := 0; i < S; i++ {
		go source(values)
	}
	for i := 0; i < S*M; i++ {
		if value := <-values; value >= M {
			panic("a value nobody sent")
		}
	}
}
