// N nodes in a ring elect the one with the highest number: Chang and Roberts, CACM 1979.
//
// Bench: pass
// Small: N=4
// Medium: N=8
// Large: N=10
package main

const N = 4

type message struct {
	elected bool
	number  int
}

func node(number int, in <-chan message, out chan<- message, leader chan<- int) {
	out <- message{number: number}
	for {
		m := <-in
		switch {
		case m.elected:
			if m.number != number {
				out <- m
			}
			return
		case m.number > number:
			out <- m
		case m.number == number:
			leader <- number
			out <- message{true, number}
		}
	}
}

func main() {
	var links [N]chan message
	for i := range links {
		links[i] = make(chan message, N)
	}
	leader := make(chan int)
	for i := 0; i < N; i++ {
		go node(N-i, links[i], links[(i+1)%N], leader)
	}
	if <-leader != N {
		panic("the wrong leader")
	}
}
