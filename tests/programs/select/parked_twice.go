// A select that waits on one channel with two cases enqueues them in any order, so either is served: of the sender's, of the
// receiver's, and of both.
package main

import "fmt"

func send(c chan int) {
	select {
	case c <- 1:
	case c <- 2:
	}
}

func main() {
	c := make(chan int)
	go send(c)
	a := <-c
	go func() { c <- 3 }()
	b := ""
	select {
	case <-c:
		b = "first"
	case <-c:
		b = "second"
	case <-c:
		b = "third"
	}
	go send(c)
	d := 0
	select {
	case v := <-c:
		d = v
	case v := <-c:
		d = 10 * v
	}
	fmt.Println(a, b, d)
}

// Outcomes:
//	exit 0 "1 first 1\n"
//	exit 0 "1 first 10\n"
//	exit 0 "1 first 2\n"
//	exit 0 "1 first 20\n"
//	exit 0 "1 second 1\n"
//	exit 0 "1 second 10\n"
//	exit 0 "1 second 2\n"
//	exit 0 "1 second 20\n"
//	exit 0 "1 third 1\n"
//	exit 0 "1 third 10\n"
//	exit 0 "1 third 2\n"
//	exit 0 "1 third 20\n"
//	exit 0 "2 first 1\n"
//	exit 0 "2 first 10\n"
//	exit 0 "2 first 2\n"
//	exit 0 "2 first 20\n"
//	exit 0 "2 second 1\n"
//	exit 0 "2 second 10\n"
//	exit 0 "2 second 2\n"
//	exit 0 "2 second 20\n"
//	exit 0 "2 third 1\n"
//	exit 0 "2 third 10\n"
//	exit 0 "2 third 2\n"
//	exit 0 "2 third 20\n"
