// Event loop, broken: a client that comes after stop waits for ever.
package main

import "fmt"

type command struct {
	add  int
	stop bool
}

//chancheck:want leak
func main() {
	in, ended := make(chan command), make(chan int)
	go func() {
		n := 0
		for c := range in {
			if c.stop {
				break
			}
			n += c.add
		}
		ended <- n
	}()
	for i := range 2 {
		go func() { in <- command{add: i + 1} }()
	}
	in <- command{stop: true}
	fmt.Println(<-ended)
}

// Outcomes:
//	exit 0 "0\n"
//	exit 0 "1\n"
//	exit 0 "2\n"
//	exit 0 "3\n"
