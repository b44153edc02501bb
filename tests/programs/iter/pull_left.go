// A Pull that is neither stopped nor exhausted leaves its goroutine, also where next was never called.
package main

import (
	"fmt"
	"iter"
)

func numbers(yield func(int) bool) {
	for i := 0; yield(i); i++ {
	}
}

func first() int {
	next, _ := iter.Pull(numbers)
	v, _ := next()
	return v
}

//chancheck:want leak coroutine
//chancheck:want leak coroutine
//chancheck:want leak coroutine
func main() {
	iter.Pull(numbers)
	next, stop := iter.Pull2(func(yield func(int, bool) bool) { yield(1, true) })
	_, _ = next, stop
	fmt.Println(first())
}

// Outcomes:
//	exit 0 "0\n"
