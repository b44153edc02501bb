// K tokens go R times around a ring of N nodes.
//
// Bench: pass
// Small: N=6 K=2 R=2
// Medium: N=18 K=6 R=3
// Large: N=21 K=7 R=3
package main

const N = 6
const K = 2
const R = 2

func node(in <-chan int, out chan<- int) {
	for i := 0; i < R*K; i++ {
		out <- <-in
	}
}

func main() {
	var links [N]chan int
	for i := range links {
		links[i] = make(chan int)
	}
	for i := 1; i < N; i++ {
		go node(links[i], links[(i+1)%N])
	}
	for i := 0; i < K; i++ {
		links[1%N] <- i
	}
	for i := 0; i < (R-1)*K; i++ {
		links[1%N] <- <-links[0]
	}
	for i := 0; i < K; i++ {
		if token := <-links[0]; token != i {
			panic("a token overtook another")
		}
	}
}
