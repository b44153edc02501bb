// Channels travel through channels: request and reply.
package main

import "fmt"

type request struct {
	n     int
	reply chan int
}

func main() {
	server := make(chan request)
	go func() {
		for r := range server {
			r.reply <- r.n * r.n
		}
	}()
	ask := func(n int) int {
		r := request{n, make(chan int)}
		server <- r
		return <-r.reply
	}
	fmt.Println(ask(3), ask(4))
	close(server)
}

// Outcomes:
//	exit 0 "9 16\n"
