// Request and response: each request carries its own reply channel, with room for the reply.

//go:build go1.22

package main

import "fmt"

type request struct {
	key   string
	reply chan int
}

func server(requests <-chan request) {
	data := map[string]int{"a": 1, "b": 2}
	for r := range requests {
		r.reply <- data[r.key]
	}
}

func main() {
	requests := make(chan request)
	go server(requests)
	out := make(chan int)
	for _, k := range []string{"a", "b"} {
		go func() {
			r := request{k, make(chan int, 1)}
			requests <- r
			out <- <-r.reply
		}()
	}
	fmt.Println(<-out + <-out)
	close(requests)
}

// Outcomes:
//	exit 0 "3\n"
