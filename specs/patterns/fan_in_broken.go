// Fan-in, broken: whoever finishes first closes the output.

//go:build go1.22

package main

import "fmt"

func merge(ins ...<-chan int) <-chan int {
	out := make(chan int)
	for _, in := range ins {
		go func() {
			for v := range in {
				out <- v
			}
			close(out)
		}()
	}
	return out
}

func source(v int) <-chan int {
	ch := make(chan int, 1)
	ch <- v
	close(ch)
	return ch
}

//chancheck:want panic send on closed channel
//chancheck:want panic close of closed channel
func main() {
	sum := 0
	for v := range merge(source(1), source(10)) {
		sum += v
	}
	fmt.Println(sum)
}

// Outcomes:
//	exit 0 "1\n"
//	exit 0 "10\n"
//	exit 0 "11\n"
//	exit 2 "" close of closed channel
//	exit 2 "" send on closed channel
//	exit 2 "1\n" send on closed channel
//	exit 2 "10\n" send on closed channel
//	exit 2 "11\n" close of closed channel
