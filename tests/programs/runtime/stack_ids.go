// Who asks for the text of its stack to learn which goroutine it is gets an answer that nobody else gets, each time the same.

package main

import (
	"bytes"
	"fmt"
	"runtime"
	"strconv"
)

func id() int {
	b := make([]byte, 64)
	b = b[:runtime.Stack(b, false)]
	b = bytes.TrimPrefix(b, []byte("goroutine "))
	n, err := strconv.Atoi(string(b[:bytes.IndexByte(b, ' ')]))
	if err != nil {
		panic(err)
	}
	return n
}

func main() {
	ids := make(chan int)
	for range 2 {
		go func() {
			first := id()
			if id() != first {
				panic("changed")
			}
			ids <- first
		}()
	}
	a, b := <-ids, <-ids
	fmt.Println(id(), a != b, a != 1, b != 1)
}

// Outcomes:
//	exit 0 "1 true true true\n"
