// Section 3.2: "send on closed channel" panics always: with room, without room, and from a select, even
// one that has a default.

//go:build go1.22

package main

import "fmt"

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
	fmt.Println("sent")
}

func main() {
	room := make(chan int, 1)
	full := make(chan int, 1)
	full <- 1
	bare := make(chan int)
	close(room)
	close(full)
	close(bare)
	for _, ch := range []chan int{room, full, bare} {
		try(func() { ch <- 1 })
		try(func() {
			select {
			case ch <- 1:
			default:
			}
		})
	}
}

// Outcomes:
//	exit 0 "send on closed channel\nsend on closed channel\nsend on closed channel\nsend on closed channel\nsend on closed channel\nsend on closed channel\n"
